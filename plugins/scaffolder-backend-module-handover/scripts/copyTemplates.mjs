/**
 * Puts the templates into the package before it is packed, and with `--remove`
 * takes them away again.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyTemplates } from './templates.mjs';

const packageDir = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);

const to = path.join(packageDir, 'templates');
if (process.argv.includes('--remove')) {
  await rm(to, { recursive: true, force: true });
} else {
  await copyTemplates({
    from: path.join(packageDir, '../../examples/templates'),
    to,
  });
}
