import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';

/**
 * Browser tests run against the built app, served by the backend on one port.
 * `npm run test:e2e` builds the app, finds a Chromium and a free port, and
 * calls Playwright; to repeat a single test without building:
 *
 *   CHROMIUM_PATH=/usr/bin/chromium yarn playwright test tab
 *
 * HANDOVER_E2E_REUSE tests the backend that already listens on HANDOVER_E2E_PORT.
 */
const port = process.env.HANDOVER_E2E_PORT ?? '7107';
const baseURL = `http://localhost:${port}`;
const reportFile = process.env.HANDOVER_E2E_REPORT;

const root = __dirname;
const backend = path.join(root, 'packages/backend');

// Chromium's sandbox refuses to work for root.
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  // The backend and the browsers share the machine.
  workers: process.env.CI ? 1 : 2,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try has failed.
  retries: 0,
  reporter: [
    ['list'],
    ['html', { open: 'never', outputFolder: 'e2e-test-report' }],
    ...(reportFile
      ? [['json', { outputFile: reportFile }] satisfies [string, object]]
      : []),
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Recording every run would take longer than the runs.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: [
      JSON.stringify(process.execPath),
      '--enable-source-maps',
      '--require',
      JSON.stringify(
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ),
      'src/index.ts',
      '--config ../../app-config.yaml',
      '--config ../../app-config.e2e.yaml',
    ].join(' '),
    cwd: backend,
    url: `${baseURL}/.backstage/health/v1/readiness`,
    env: { NODE_ENV: 'production', HANDOVER_E2E_PORT: port },
    stdout: process.env.HANDOVER_E2E_LOG ? 'pipe' : 'ignore',
    timeout: 120_000,
    reuseExistingServer: Boolean(process.env.HANDOVER_E2E_REUSE),
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
