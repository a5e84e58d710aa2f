import { defineConfig } from '@playwright/test';

/**
 * The tests in real Electron: one instance at a time, pictures beside the results. No second try, but one in CI
 * (docs/decisions/0018).
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: 1,
  retries: process.env['CI'] === undefined ? 0 : 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  timeout: 120_000,
  expect: { timeout: 20_000 },
});
