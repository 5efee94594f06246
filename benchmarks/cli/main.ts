import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeMachine } from '../lib/machine';
import { median } from '../lib/quantile';
import { toTable } from '../lib/table';
import { writeDocuments } from './documents';
import { timed } from './timed';

// How long the bundled command takes to start, and to check many documents. Those
// that are compared take turns, so that a busy machine slows all of them.

const DOCUMENTS = 1000;
const STARTS = 30;
const LINT_ROUNDS = 5;
/** ajv-cli is run on so many documents, a process each; the others would take as long. */
const AJV_SAMPLE = 50;

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

function measureChecks(bundle: string, schema: string, files: string[]) {
  const folder = path.dirname(path.dirname(files[0]));
  const step = files.length / AJV_SAMPLE;
  const sample = files.filter((_, index) => index % step === 0);
  const lint: number[] = [];
  const ajv: number[] = [];
  const share = sample.length / LINT_ROUNDS;
  for (let round = 0; round < LINT_ROUNDS; round++) {
    lint.push(timed([bundle, 'lint', '--strict'], folder));
    for (const file of sample.slice(round * share, (round + 1) * share)) {
      ajv.push(
        timed([
          AJV,
          'validate',
          '--spec=draft2020',
          '--strict=false',
          // Formats would need a plugin more, and take longer.
          '--validate-formats=false',
          ...['-s', schema, '-d', file],
        ]),
      );
    }
  }
  return {
    lint: median(lint),
    ajv: (ajv.reduce((sum, each) => sum + each) / ajv.length) * files.length,
    sampled: ajv.length,
  };
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
    const { lint, ajv, sampled } = measureChecks(bundle, schema, files);
    const ms = (time: number) => time.toFixed(0);
    console.log(
      toTable([
        ['what', 'ms'],
        ['node -e 0', ms(node)],
        ['handover --help', ms(help)],
        [`handover lint, ${DOCUMENTS} documents`, ms(lint)],
        [
          `ajv validate, ${DOCUMENTS} documents, from ${sampled} of them`,
          ms(ajv),
        ],
      ]),
    );
    const figures = {
      helpBeyondNode: Number((help - 1.5 * node).toFixed(1)),
      ajvToLint: Number((ajv / lint).toFixed(1)),
    };
    const limits = { helpBeyondNode: 150, ajvToLint: 5 };
    console.log(
      JSON.stringify({ figures, limits, machine: describeMachine() }),
    );
    if (
      figures.helpBeyondNode > limits.helpBeyondNode ||
      figures.ajvToLint < limits.ajvToLint
    ) {
      process.exitCode = 1;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

main();
