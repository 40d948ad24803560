import { lockLibrary } from '../../electron/core/instanceLock.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';

// Run as a program: takes a library's lock, prints whether it got it, and waits to be killed.
const [userData = '', library = ''] = process.argv.slice(2);
const lock = await lockLibrary(nodePorts, userData, library);
process.stdout.write(lock === null ? 'refused\n' : 'taken\n');
setInterval(() => undefined, 60_000);
