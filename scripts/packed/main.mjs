/**
 * Packs every public package, checks the tarballs, and installs them in a new
 * Backstage app by the lines of docs/install.md.
 *
 *     yarn test:packed [options]
 *
 *     --only-pack              stop after the tarballs were checked
 *     --release <version>      of Backstage, for example 1.55 (default: backstage.json)
 *     --exact                  start from the packages of exactly that release; a new app
 *                              also gets later packages
 *     --legacy                 use the legacy frontend system
 *     --postgres <url>         run two replicas on that PostgreSQL database, which is empty
 *     --resolution <name=range> add a Yarn resolution to the app; may repeat
 *     --work <folder>          keep everything there (default: a temporary folder)
 *     --no-build               pack what was built before
 */
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rootDir } from '../lib/paths.mjs';
import { checkTarball } from './checkTarball.mjs';
import { createApp } from './createApp.mjs';
import { installLines } from './installLines.mjs';
import { lookAtTab } from './lookAtTab.mjs';
import { packAll } from './packAll.mjs';
import { startPortals } from './startPortals.mjs';
import { step } from './step.mjs';

const { values } = parseArgs({
  options: {
    'only-pack': { type: 'boolean' },
    'no-build': { type: 'boolean' },
    release: { type: 'string' },
    exact: { type: 'boolean' },
    legacy: { type: 'boolean' },
    postgres: { type: 'string' },
    resolution: { type: 'string', multiple: true },
    work: { type: 'string' },
  },
});

const work = path.resolve(
  values.work ?? (await mkdtemp(path.join(tmpdir(), 'handover-packed-'))),
);
await mkdir(work, { recursive: true });
console.log(`Everything is in ${work}`);

const tarballs = await step('Pack every public package', () =>
  packAll({ folder: path.join(work, 'tarballs'), build: !values['no-build'] }),
);
const problems = await step('Check the tarballs', async () => {
  const found = [];
  for (const tarball of tarballs) {
    found.push(...(await checkTarball(tarball)));
  }
  return found;
});
if (problems.length > 0) {
  console.error(problems.map(problem => `  ${problem}`).join('\n'));
  process.exit(1);
}
if (values['only-pack']) {
  process.exit(0);
}

const release =
  values.release ??
  JSON.parse(await readFile(path.join(rootDir, 'backstage.json'), 'utf8'))
    .version;
const lines = installLines(
  await readFile(path.join(rootDir, 'docs/install.md'), 'utf8'),
  { legacy: values.legacy ?? false },
);
const app = await createApp({
  folder: path.join(work, 'app'),
  release,
  exact: values.exact ?? false,
  legacy: values.legacy ?? false,
  tarballs,
  lines,
  resolutions: values.resolution ?? [],
});
const portals = await step('Start the backend', () =>
  startPortals({ app, postgres: values.postgres }),
);
try {
  await step('Look at the tab', () =>
    lookAtTab({ url: portals.url, screenshot: path.join(work, 'tab.png') }),
  );
} finally {
  await portals.stop();
}
console.log(`Handover works in Backstage ${app.version}`);
