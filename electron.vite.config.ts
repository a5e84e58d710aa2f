import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** The oldest runtimes the program is started on: Node 20 and Electron 33 (Chromium 130). */
const NODE_TARGET = 'node20';
const PAGE_TARGET = 'chrome130';

/** Of the dependencies those of many small files: one file is read in a tenth of a start's time. */
const bundled = [
  'electron-log',
  'lru-cache',
  'micromark',
  'micromark-extension-gfm',
  'openai',
  'semver',
  'stemmer',
  'uuid',
  'yaml',
  'zod',
];

const at = (path: string): string => resolve(import.meta.dirname, path);

/** The log is written to a file: the way to a server is left out, and with it two libraries that take 8 ms to load. */
const withoutRemoteLog: Plugin = {
  name: 'engram:without-remote-log',
  enforce: 'pre',
  load: (id) =>
    /electron-log\/src\/node\/transports\/remote\.js$/.test(id)
      ? 'module.exports = () => Object.assign(() => undefined, { level: false, transforms: [] });'
      : null,
};

export default defineConfig({
  main: {
    // A quarter of what is read at a start is space; names stay, for the stacks in the log.
    esbuild: { minifyIdentifiers: false, minifySyntax: true, minifyWhitespace: true },
    plugins: [withoutRemoteLog],
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      minify: 'esbuild',
      sourcemap: true,
      // Native modules and weights are read by path and stay in node_modules.
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: { index: at('src/main/index.ts'), headless: at('src/main/headless.ts') },
        // The loader of modules that are none of CommonJS takes 10 ms of a start, and more in each thread.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      minify: false,
      // A sandboxed preload can require nothing but electron, and only as CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      target: PAGE_TARGET,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: 'esbuild',
      // The page's policy loads fonts and images from its own origin only, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
