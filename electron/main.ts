import { resolve } from 'node:path';
import { app } from 'electron';
import { hasDebugDoor } from './core/guards.ts';
import { registerScheme } from './protocol.ts';
import { start } from './start.ts';

app.enableSandbox();
registerScheme();

// Where settings lie; tests and a second profile give a folder of their own.
const data = app.commandLine.getSwitchValue('copydesk-data');
if (data !== '') app.setPath('userData', resolve(data));

if ((app.isPackaged && hasDebugDoor(process.argv)) || !app.requestSingleInstanceLock()) app.quit();
else void app.whenReady().then(start);
