import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeMachine } from '../lib/machine';
import { median } from '../lib/quantile';
import { toTable } from '../lib/table';
import { writeDocuments } from './documents';
import { cpuTimed, timed } from './timed';

// How long the bundled command takes to start, and how much CPU time it needs to
// check many documents. Those that are compared take turns, so that a busy machine
// slows all of them.

const DOCUMENTS = 1000;
const STARTS = 30;
const LINT_ROUNDS = 7;

const BUILD = path.resolve(__dirname, '../../packages/cli/scripts/build.mjs');
const AJV = require.resolve('ajv-cli/dist/index.js');

function measureStarts(bundle: string) {
  const node: number[] = [];
  const help: number[] = [];
  for (let round = 0; round < STARTS; round++) {
    node.push(timed(['-e', '0']));
    help.push(timed([bundle, '--help']));
  }
  return { node: median(node), help: median(help) };
}

/** CPU time: one process each, for all documents. */
function measureChecks(bundle: string, schema: string, files: string[]) {
  const folder = path.dirname(path.dirname(files[0]));
  const lint: number[] = [];
  const ajv: number[] = [];
  for (let round = 0; round < LINT_ROUNDS; round++) {
    lint.push(cpuTimed([bundle, 'lint', '--strict'], folder));
    ajv.push(
      cpuTimed(
        [
          AJV,
          'validate',
          '--spec=draft2020',
          '--strict=false',
          // Formats would need a plugin more, and take longer.
          '--validate-formats=false',
          ...['-s', schema, '-d', '*/handover.yaml'],
        ],
        folder,
      ),
    );
  }
  return { lint: median(lint), ajv: median(ajv) };
}

async function main() {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-cli-'));
  try {
    execFileSync(process.execPath, [BUILD, path.join(folder, 'dist')]);
    const bundle = path.join(folder, 'dist/handover.cjs');
    const schema = path.join(folder, 'schema.json');
    await writeFile(schema, execFileSync(process.execPath, [bundle, 'schema']));
    const files = await writeDocuments(
      path.join(folder, 'services'),
      DOCUMENTS,
    );

    const { node, help } = measureStarts(bundle);
    const { lint, ajv } = measureChecks(bundle, schema, files);
    const ms = (time: number) => time.toFixed(0);
    console.log(
      toTable([
        ['what', 'ms'],
        ['node -e 0', ms(node)],
        ['handover --help', ms(help)],
        [`handover lint, ${DOCUMENTS} documents, CPU time`, ms(lint)],
        [`ajv validate, ${DOCUMENTS} documents, CPU time`, ms(ajv)],
      ]),
    );
    const figures = {
      helpBeyondNode: Number((help - 1.5 * node).toFixed(1)),
      lintToAjv: Number((lint / ajv).toFixed(2)),
    };
    const limits = { helpBeyondNode: 150, lintToAjv: 2 };
    console.log(
      JSON.stringify({ figures, limits, machine: describeMachine() }),
    );
    if (
      figures.helpBeyondNode > limits.helpBeyondNode ||
      figures.lintToAjv > limits.lintToAjv
    ) {
      process.exitCode = 1;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

main();
