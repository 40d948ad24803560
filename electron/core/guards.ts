import { isAppPage, isPreview } from './routes.ts';

/** Who sent a message, as the transport knows it. */
export interface Sender {
  /** The frame is the top one of its window. */
  readonly mainFrame: boolean;
  /** The frame's address. */
  readonly url: string;
}

/** Whether a message may be answered: it comes from the top frame of our own page. */
export const isTrusted = (sender: Sender): boolean => sender.mainFrame && isAppPage(sender.url);

/** Whether a frame may go to an address: the window to its page again, a frame inside it to a preview. */
export const mayNavigate = (url: string, mainFrame: boolean): boolean =>
  mainFrame ? isAppPage(url) : isPreview(url);

const developmentPermissions = ['loopback-network', 'local-network', 'local-network-access'];

/** Whether the page gets a permission: none, but the way to Vite's server while developing. */
export const mayUse = (permission: string, developing: boolean): boolean =>
  developing && developmentPermissions.includes(permission);

const doors =
  /^--(inspect(-brk|-port|-publish-uid|-wait)?|remote-debugging-(port|pipe|address)|js-flags)(=|$)/;

/** Whether a start opens a way for a debugger: a packaged Copydesk then ends at once. */
export const hasDebugDoor = (args: readonly string[]): boolean =>
  args.some((argument) => doors.test(argument));
