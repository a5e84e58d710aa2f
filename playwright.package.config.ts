import { defineConfig } from '@playwright/test';

/** The smoke test of the packaged program; `npm run test:package` makes the package first. */
export default defineConfig({
  testDir: 'test/package',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/package',
  workers: 1,
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  timeout: 120_000,
  expect: { timeout: 20_000 },
});
