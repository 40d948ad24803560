/** The one channel of calls, from a window to main. */
export const callChannel = 'copydesk:call';

/** The one channel of events, from main to a window. */
export const eventChannel = 'copydesk:event';
