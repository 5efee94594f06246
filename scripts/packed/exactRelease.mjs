import { readFile } from 'node:fs/promises';

const DEADLINE_MS = 30_000;

/**
 * The versions of the packages of a release of Backstage. As in the commands of
 * Backstage, `BACKSTAGE_MANIFEST_FILE` names a file to read instead of asking for it.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function versionsOf(release) {
  const manifest = JSON.parse(await readManifest(release));
  if (manifest.releaseVersion !== release) {
    throw new Error(
      `The manifest of Backstage ${release} describes ${manifest.releaseVersion}`,
    );
  }
  return Object.fromEntries(
    manifest.packages.map(({ name, version }) => [name, version]),
  );
}

async function readManifest(release) {
  if (process.env.BACKSTAGE_MANIFEST_FILE) {
    return readFile(process.env.BACKSTAGE_MANIFEST_FILE, 'utf8');
  }
  const url = `https://versions.backstage.io/v1/releases/${release}/manifest.json`;
  const response = await fetch(url, {
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  if (!response.ok) {
    throw new Error(`${url} answers with ${response.status}`);
  }
  return response.text();
}

/**
 * Turns a lockfile that was written with resolutions into one that keeps their versions
 * without them: each range of a package leads to the version that its resolution chose.
 * Ranges that are added later resolve as usual.
 */
export function withoutResolutions(lockfile, versions) {
  const ranges = new Map();
  for (const [, name, range] of lockfile.matchAll(
    /^ {4}"(@[^"]+)": "npm:([^"]+)"$/gm,
  )) {
    ranges.set(name, (ranges.get(name) ?? new Set()).add(range));
  }
  return lockfile.replace(
    /^"(@[^"@]+)@npm:([^",]+)":$/gm,
    (line, name, version) =>
      versions[name] === version && ranges.has(name)
        ? `"${[...ranges.get(name)]
            .map(range => `${name}@npm:${range}`)
            .join(', ')}":`
        : line,
  );
}
