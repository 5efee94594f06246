import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { yarnPath } from '../lib/paths.mjs';
import { versionsOf, withoutResolutions } from './exactRelease.mjs';
import { annotateExample } from './exampleHandover.mjs';
import { exec } from './exec.mjs';
import { addToBackend, addToEntityPage } from './installLines.mjs';
import { step } from './step.mjs';

/** Versions of create-app that are tried. */
const ATTEMPTS = 12;

const HANDOVER = `apiVersion: handover.dev/v1
kind: Handover
overview:
  purpose: Shows that the packed packages work
`;

/**
 * Creates an app of a Backstage release and installs the tarballs in it as a reader
 * of the documentation would.
 *
 * @returns {Promise<{ folder: string, version: string, env: object }>}
 */
export async function createApp(options) {
  const { folder, release, exact, legacy, tarballs, lines, resolutions } =
    options;
  const env = await environment(path.dirname(folder));
  const yarn = (...args) =>
    exec(process.execPath, [yarnPath(), ...args], { cwd: folder, env });
  const version = await step(`Create an app of Backstage ${release}`, () =>
    createFrom({ folder, release, legacy, env }),
  );
  if (exact) {
    await step(`Lock the packages of Backstage ${version}`, async () =>
      lockRelease({ folder, yarn, versions: await versionsOf(version) }),
    );
  }

  await step('Write the lines of docs/install.md', async () => {
    await addPackages({ folder, tarballs, lines, resolutions });
    await change(path.join(folder, 'packages/backend/src/index.ts'), source =>
      addToBackend(source, lines.backend),
    );
    if (lines.entityPage) {
      await change(
        path.join(folder, 'packages/app/src/components/catalog/EntityPage.tsx'),
        source => addToEntityPage(source, lines.entityPage),
      );
    }
    await writeFile(
      path.join(folder, 'app-config.handover.yaml'),
      stringify(Object.assign({}, ...lines.config.map(text => parse(text)))),
    );
    await addHandover(folder);
  });

  await step('Install', () => yarn('install', '--mode=skip-build'));
  await step('Check the types', () => yarn('tsc'));
  await step('Check the configuration', () =>
    yarn(
      'backstage-cli',
      'config:check',
      '--lax',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.handover.yaml',
    ),
  );
  await step('Build the app', () =>
    yarn('workspace', 'app', 'build', ...configArgs(folder)),
  );
  await step('Build the backend', () => yarn('workspace', 'backend', 'build'));
  return { folder, version, env };
}

function configArgs(folder) {
  return ['app-config.yaml', 'app-config.handover.yaml'].flatMap(file => [
    '--config',
    path.join(folder, file),
  ]);
}

/**
 * The versions of create-app say nothing about the releases of Backstage, so the
 * newest are tried until one creates an app of the release.
 */
async function createFrom({ folder, release, legacy, env }) {
  const versions = JSON.parse(
    await exec('npm', ['view', '@backstage/create-app', 'versions', '--json'], {
      env,
    }),
  ).filter(version => !version.includes('-'));
  for (const version of versions.reverse().slice(0, ATTEMPTS)) {
    await rm(folder, { recursive: true, force: true });
    await exec(
      'npx',
      [
        '--yes',
        `@backstage/create-app@${version}`,
        '--path',
        folder,
        '--skip-install',
        ...(legacy ? ['--legacy'] : []),
      ],
      { env },
    );
    const created = (await readJson(path.join(folder, 'backstage.json')))
      .version;
    if (release === 'latest' || minorOf(created) === minorOf(release)) {
      return created;
    }
  }
  throw new Error(
    `None of the newest ${ATTEMPTS} versions of create-app creates an app of Backstage ${release}`,
  );
}

function minorOf(release) {
  return /^\d+\.\d+/.exec(release)?.[0];
}

/**
 * Writes the lockfile of an app that was created when the release was new. Without it,
 * the app gets later packages that its ranges accept, and these do not always fit together.
 */
async function lockRelease({ folder, yarn, versions }) {
  const manifest = path.join(folder, 'package.json');
  const created = await readFile(manifest, 'utf8');
  await changeJson(manifest, value => {
    value.resolutions = { ...value.resolutions, ...versions };
  });
  await yarn('install', '--mode=update-lockfile');
  await writeFile(manifest, created);
  await change(path.join(folder, 'yarn.lock'), lockfile =>
    withoutResolutions(lockfile, versions),
  );
}

async function addPackages({ folder, tarballs, lines, resolutions }) {
  const fileOf = name => {
    const tarball = tarballs.find(each => each.name === name);
    if (!tarball) {
      throw new Error(`docs/install.md installs ${name}, which nothing packs`);
    }
    return `file:${tarball.file}`;
  };
  for (const where of ['app', 'backend']) {
    await changeJson(
      path.join(folder, 'packages', where, 'package.json'),
      manifest => {
        for (const name of lines.packages[where]) {
          manifest.dependencies[name] = fileOf(name);
        }
      },
    );
  }
  await changeJson(path.join(folder, 'package.json'), manifest => {
    manifest.resolutions = {
      ...manifest.resolutions,
      // What the packages need of each other is not on npm yet.
      ...Object.fromEntries(tarballs.map(({ name }) => [name, fileOf(name)])),
      ...Object.fromEntries(
        resolutions.map(each => [
          each.slice(0, each.indexOf('=')),
          each.slice(each.indexOf('=') + 1),
        ]),
      ),
    };
  });
}

/** Gives the example component of the app a handover. */
async function addHandover(folder) {
  await writeFile(path.join(folder, 'examples/handover.yaml'), HANDOVER);
  await change(path.join(folder, 'examples/entities.yaml'), entities =>
    annotateExample(entities, './handover.yaml'),
  );
}

/** The user's environment, with the Yarn of this repository as `yarn`. */
async function environment(work) {
  const bin = path.join(work, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(
    path.join(bin, 'yarn'),
    `#!/bin/sh\nexec "${process.execPath}" "${yarnPath()}" "$@"\n`,
    { mode: 0o755 },
  );
  return {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    BACKSTAGE_APP_NAME: 'portal',
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    GITHUB_TOKEN: 'none',
  };
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function changeJson(file, edit) {
  const value = await readJson(file);
  edit(value);
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

async function change(file, edit) {
  await writeFile(file, edit(await readFile(file, 'utf8')));
}
