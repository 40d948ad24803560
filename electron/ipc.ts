import { BrowserWindow, ipcMain } from 'electron';
import { callChannel } from '../shared/ipc/channels.ts';
import { answer } from '../shared/ipc/answer.ts';
import type { Handlers, Reply } from '../shared/ipc/link.ts';
import { isTrusted } from './core/guards.ts';
import type { Context } from './core/application.ts';

const refused: Reply = { ok: false, code: 'refused', message: 'Only a window of Copydesk is answered.' };

/** Answers the calls of our own windows' top frames, and nobody else's. */
export function answerCalls(handlers: Handlers<Context>): void {
  const reply = answer(handlers);
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    const { senderFrame, sender } = event;
    const window = BrowserWindow.fromWebContents(sender);
    if (senderFrame === null || window === null) return refused;
    const trusted = isTrusted({ mainFrame: senderFrame === sender.mainFrame, url: senderFrame.url });
    return trusted ? reply(name, input, { window: window.id }) : refused;
  });
}
