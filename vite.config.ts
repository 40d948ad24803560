import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** One configuration for the five bundles: `vite build --mode main|importWorker|indexWorker|preload|renderer`. */
const forNode = (entry: string, fileName: string, format: 'es' | 'cjs'): UserConfig => ({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: entry,
    target: 'node24',
    outDir: `dist/${fileName.split('.')[0]}`,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      external: ['electron', /^node:/],
      output: { format, entryFileNames: fileName, codeSplitting: false },
    },
  },
});

const renderer: UserConfig = {
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    chunkSizeWarningLimit: 900,
    target: 'chrome156',
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
  },
  // The page's own address has no port: its socket is told the server's.
  server: {
    host: '127.0.0.1',
    port: 5199,
    strictPort: true,
    hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: 5199 },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'main') return forNode('electron/main.ts', 'main.js', 'es');
  // The other thread of main, which reads foreign files.
  if (mode === 'importWorker') return forNode('electron/core/importing/worker.ts', 'importWorker.cjs', 'cjs');
  // And the one that keeps the library's index.
  if (mode === 'indexWorker')
    return forNode('electron/core/libraryIndex/worker.ts', 'indexWorker.cjs', 'cjs');
  if (mode === 'preload') return forNode('electron/preload.ts', 'preload.cjs', 'cjs');
  return renderer;
});
