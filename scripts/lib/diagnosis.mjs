import { statfs } from 'node:fs/promises';
import { Failure } from './failure.mjs';

const causes = [
  {
    pattern: /ENOSPC|no space left on device/i,
    remedy: folder =>
      `The disk is full. Free some space (an installation takes about 3 GB, below ${folder} and in Yarn's cache), then run the command again.`,
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|network timeout|RequestError/,
    remedy: () =>
      'The package registry could not be reached. Check the network connection; behind a proxy set HTTPS_PROXY, ' +
      'with a registry of your own run `npm config set registry <url>`. Then run the command again: it continues where it stopped.',
  },
  {
    pattern:
      /UNABLE_TO_GET_ISSUER_CERT|SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF|unable to get local issuer certificate|self[- ]signed certificate/i,
    remedy: () =>
      "The registry's certificate is not trusted. Set NODE_EXTRA_CA_CERTS to the file with your company's root certificates and run the command again.",
  },
  {
    pattern: /YN0028|lockfile would have been modified/,
    remedy: () =>
      'A package.json and yarn.lock do not agree. Run `node scripts/run.mjs yarn install --no-immutable`, look at the change of yarn.lock, and commit both.',
  },
  {
    pattern: /EACCES|EPERM|EROFS|permission denied/i,
    remedy: folder =>
      `A file could not be written. See that you own ${folder} and everything in it, and that no other program keeps files there open.`,
  },
];

/** Says what to do about a failed installation, from what it printed. */
export function remedyFor(output, folder) {
  return causes.find(({ pattern }) => pattern.test(output))?.remedy(folder);
}

/**
 * Fails before a long download where it cannot end well.
 *
 * @param {string} folder must exist
 * @param {number} neededBytes
 */
export async function checkDiskSpace(folder, neededBytes) {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < neededBytes) {
    const gigabytes = bytes => (bytes / 1e9).toFixed(1);
    throw new Failure(
      `Not enough disk space below ${folder}: ${gigabytes(
        free,
      )} GB are free, ` + `${gigabytes(neededBytes)} GB are needed.`,
      { remedy: 'Free some space, then run the command again.' },
    );
  }
}
