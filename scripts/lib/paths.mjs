import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const rootDir = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** Everything the scripts bring or write, never checked in. */
export const cacheDir = path.join(rootDir, '.cache');

/** The Yarn that is checked in, as `.yarnrc.yml` names it. */
export function yarnPath(root = rootDir) {
  const settings = readFileSync(path.join(root, '.yarnrc.yml'), 'utf8');
  const match = settings.match(/^yarnPath:\s*(\S+)\s*$/m);
  if (!match) {
    throw new Error("Missing 'yarnPath' in .yarnrc.yml");
  }
  return path.join(root, match[1]);
}
