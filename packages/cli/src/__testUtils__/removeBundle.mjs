import { rmSync } from 'node:fs';

export default function removeBundle() {
  rmSync(process.env.HANDOVER_CLI_TEST_FOLDER, {
    recursive: true,
    force: true,
  });
}
