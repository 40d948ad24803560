import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chromiumFlags, type Connection, type Session } from './cdp.ts';
import { state } from './state.ts';

/** A page of Chromium and the session that drives it. */
export type PageTarget = { readonly id: string; readonly session: Session; readonly connection: Connection };

/** A window's place and size in pixels. */
export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const ownTargets = new Set<string>();
const strangers = new Set<string>();
let opening = 0;

function closeStrangers(connection: Connection): void {
  if (opening > 0) return;
  for (const targetId of strangers) {
    strangers.delete(targetId);
    if (!ownTargets.has(targetId))
      connection.browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
}

/** Closes every page that the host did not open: popups that slipped past the page's own answer. */
export function closePopups(connection: Connection): void {
  connection.browser.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type !== 'page') return;
    // While the host opens a window, it cannot tell yet which of the new pages is its own.
    strangers.add(targetInfo.targetId);
    closeStrangers(connection);
  });
}

async function createHidden(connection: Connection, size: Rectangle): Promise<string> {
  const { width, height } = size;
  const created = await connection.browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width,
    height,
  });
  return created.targetId;
}

/** A second launch with the same profile is forwarded to the running Chromium and opens a window without tabs. */
async function createVisible(connection: Connection): Promise<string> {
  const url = `data:text/html,<title>${state.name}</title><!--${randomUUID()}-->`;
  const opened = new Promise<string>((resolve) => {
    connection.browser.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.type === 'page' && decodeURI(targetInfo.url) === url) resolve(targetInfo.targetId);
    });
    connection.browser.on('Target.targetInfoChanged', ({ targetInfo }) => {
      if (targetInfo.type === 'page' && decodeURI(targetInfo.url) === url) resolve(targetInfo.targetId);
    });
  });
  const flags = chromiumFlags({ path: state.chromiumPath, profile: state.profile, visible: true });
  spawn(state.chromiumPath, [...flags, `--app=${url}`], { stdio: 'ignore' });
  return opened;
}

/** Puts a visible window where it was wanted, as far as the screen reaches. */
async function place(target: PageTarget, wanted: Rectangle): Promise<void> {
  const { browser } = target.connection;
  const { result } = await target.session.send('Runtime.evaluate', {
    expression: '[screen.availLeft, screen.availTop, screen.availWidth, screen.availHeight]',
    returnByValue: true,
  });
  // The expression above gives four numbers.
  const [x, y, width, height] = result.value as [number, number, number, number];
  const fitting = { width: Math.min(wanted.width, width), height: Math.min(wanted.height, height) };
  const left = Math.max(x, Math.min(wanted.x, x + width - fitting.width));
  const top = Math.max(y, Math.min(wanted.y, y + height - fitting.height));
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: target.id });
  await browser.send('Browser.setWindowBounds', { windowId, bounds: { left, top, ...fitting } });
}

/** Opens a page of that size and attaches to it. */
export async function openPageTarget(bounds: Rectangle): Promise<PageTarget> {
  const { connection } = await state.chromium.promise;
  opening += 1;
  const id = await (state.visible ? createVisible(connection) : createHidden(connection, bounds));
  ownTargets.add(id);
  opening -= 1;
  closeStrangers(connection);
  const { sessionId } = await connection.browser.send('Target.attachToTarget', {
    targetId: id,
    flatten: true,
  });
  const target = { id, session: connection.session(sessionId), connection };
  if (state.visible) await place(target, bounds);
  return target;
}
