import { defineConfig } from 'vitest/config';

/**
 * Unit, property and integration tests. Processes, never threads: FAISS aborts a process that loads it in a
 * second thread. The renderer's tests get a document, all others plain Node.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    setupFiles: ['test/property/seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/renderer/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          environment: 'jsdom',
          css: { modules: { classNameStrategy: 'non-scoped' } },
          include: ['test/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
