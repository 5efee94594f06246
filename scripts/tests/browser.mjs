import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findChromium } from '../lib/chromium.mjs';
import { rootDir, yarnPath } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { runWithProgress, start } from '../lib/processes.mjs';
import { countPlaywright } from '../lib/results.mjs';

const part = 'browser';

/** Runs Playwright against the built app, served by the backend on one port. */
export async function runBrowserTests({ node, env, reports, args }) {
  const chromium = await findChromium({ node, env });
  if (chromium.missing) {
    const note = `Browser tests: skipped, ${chromium.missing}. Install Chromium or set CHROMIUM_PATH.`;
    console.log(note);
    return { part, passed: 0, failed: 0, skipped: 0, notes: [note] };
  }
  console.log(`Chromium: ${chromium.path}`);

  console.log('Building the app');
  const build = await runWithProgress(
    node,
    [yarnPath(), 'workspace', 'app', 'build'],
    { cwd: rootDir, env, label: 'building the app', quiet: true },
  );
  if (build.code !== 0) {
    return {
      part,
      passed: 0,
      failed: 1,
      skipped: 0,
      interrupted: build.interrupted,
      notes: ['The app could not be built.'],
    };
  }

  const reportFile = path.join(reports, 'browser.json');
  const { code, interrupted } = await start(
    node,
    [
      path.join(rootDir, 'node_modules/@playwright/test/cli.js'),
      'test',
      ...args,
    ],
    {
      cwd: rootDir,
      env: {
        ...env,
        ...chromium.env,
        CHROMIUM_PATH: chromium.path,
        HANDOVER_E2E_PORT: String(await freePort()),
        HANDOVER_E2E_REPORT: reportFile,
      },
    },
  ).done;
  const counts = existsSync(reportFile)
    ? countPlaywright(JSON.parse(await readFile(reportFile, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 };
  return {
    part,
    ...counts,
    failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed,
    interrupted,
    notes: [],
  };
}
