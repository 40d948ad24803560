import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from '../shared/ipc/channels.ts';
import type { Bridge } from '../shared/ipc/link.ts';

const bridge: Bridge = {
  invoke: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  listen: (listener) => {
    const forward = (_event: unknown, name: string, value: unknown): void => listener(name, value);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.removeListener(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('copydesk', bridge);
