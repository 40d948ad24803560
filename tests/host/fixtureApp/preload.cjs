const { contextBridge, ipcRenderer, webUtils } = require('electron');

const attempt = (work) => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return error.message;
  }
};

const refusals = {
  fs: attempt(() => require('node:fs')),
  zod: attempt(() => require('zod')),
  unknown: attempt(() => ipcRenderer.sendSync('x')),
  twice: '',
};

contextBridge.exposeInMainWorld('api', {
  version: 7,
  nested: { list: [1, { deep: true }] },
  when: new Date(0),
  refusals: () => refusals,
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  send: (text) => ipcRenderer.send('note', text),
  onNoted: (callback) => {
    ipcRenderer.on('noted', (_event, text) => callback(text));
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  callTwice: (callback) => callback(callback(1)),
  later: (value) => Promise.resolve().then(() => value),
  fail: () => {
    throw new RangeError('out of range');
  },
  failLater: () => Promise.reject(new Error('later')),
  trySend: (value) => ipcRenderer.invoke('echo', value),
  functionOverIpc: () => ipcRenderer.invoke('echo', () => 1),
  nodeOverIpc: () => ipcRenderer.invoke('echo', document.body),
  argv: process.argv.length,
  sandboxed: process.sandboxed,
});
refusals.twice = attempt(() => contextBridge.exposeInMainWorld('api', {}));
window.isolatedOnly = 'seen only by the preload';
