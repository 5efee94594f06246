import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const script = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../scripts/build.mjs',
);

/** Bundles the command line once, to where nothing is installed beside it. */
export default function buildBundle() {
  const folder = mkdtempSync(path.join(tmpdir(), 'handover-cli-test-'));
  execFileSync(process.execPath, [script, folder], { stdio: 'inherit' });
  process.env.HANDOVER_CLI_TEST_FOLDER = folder;
}
