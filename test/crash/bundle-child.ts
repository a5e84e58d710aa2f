import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles the process that is to be killed: it starts in a fraction of the time that loading its sources takes.
 * Returns the file.
 */
export async function bundleChild(): Promise<string> {
  const project = join(import.meta.dirname, '../..');
  const outDir = join(project, 'node_modules/.cache/engram-crash');
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(import.meta.dirname, 'child.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
}
