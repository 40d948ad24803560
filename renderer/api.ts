import { connect, type Bridge, type Connection } from '../shared/ipc/link.ts';

declare global {
  interface Window {
    /** What the preload exposes. */
    readonly copydesk: Bridge;
  }
}

/** This window's end of the contract. */
export const connection: Connection = connect(window.copydesk);

/** The address at which this window shows a picture of the library (`media/…`), or one of the web unchanged. */
export const pictureUrl = (src: string): string => src;
