import { defineConfig } from '@playwright/test';
import browserTests from '../../playwright.config';

/** Measures in the portal of the browser tests, one page at a time. */
export default defineConfig(browserTests, {
  testDir: __dirname,
  testMatch: 'main.ts',
  fullyParallel: false,
  workers: 1,
  reporter: 'list',
  // Recording takes time of its own.
  use: { trace: 'off', screenshot: 'off' },
});
