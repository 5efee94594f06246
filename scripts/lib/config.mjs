import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from './paths.mjs';

/**
 * Reads `<section>.baseUrl` out of a Backstage configuration file.
 *
 * Enough for the plain form the files here have; the scripts must work before
 * any YAML library is installed.
 */
export function readBaseUrl(yaml, section) {
  let inside = false;
  for (const line of yaml.split(/\r?\n/)) {
    if (/^[^\s#]/.test(line)) {
      inside = line.startsWith(`${section}:`);
    } else if (inside) {
      const match = line.match(/^\s+baseUrl:\s*['"]?([^\s'"#]+)/);
      if (match) {
        return match[1];
      }
    }
  }
  return undefined;
}

/**
 * Where the portal's frontend and backend are served in development, from the
 * files and variables that Backstage reads by default.
 */
export function baseUrls({ root = rootDir, env = process.env } = {}) {
  const result = {
    app: 'http://localhost:3000',
    backend: 'http://localhost:7007',
  };
  for (const section of Object.keys(result)) {
    for (const name of ['app-config.yaml', 'app-config.local.yaml']) {
      const file = path.join(root, name);
      if (existsSync(file)) {
        result[section] =
          readBaseUrl(readFileSync(file, 'utf8'), section) ?? result[section];
      }
    }
    result[section] =
      env[`APP_CONFIG_${section}_baseUrl`]?.replaceAll('"', '') ??
      result[section];
  }
  return result;
}
