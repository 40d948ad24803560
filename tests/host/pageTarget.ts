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

/** Targets that the host itself opened; any other page with an opener is a popup to close. */
export const ownTargets = new Set<string>();

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
async function createVisible(connection: Connection, bounds: Rectangle): Promise<string> {
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
  const targetId = await opened;
  const { windowId } = await connection.browser.send('Browser.getWindowForTarget', { targetId });
  const { x, y, width, height } = bounds;
  const wanted = { left: x, top: y, width, height };
  await connection.browser.send('Browser.setWindowBounds', { windowId, bounds: wanted });
  return targetId;
}

/** Opens a page of that size and attaches to it. */
export async function openPageTarget(bounds: Rectangle): Promise<PageTarget> {
  const { connection } = await state.chromium.promise;
  const create = state.visible ? createVisible : createHidden;
  const id = await create(connection, bounds);
  ownTargets.add(id);
  const { sessionId } = await connection.browser.send('Target.attachToTarget', {
    targetId: id,
    flatten: true,
  });
  return { id, session: connection.session(sessionId), connection };
}
