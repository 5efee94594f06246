import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  EXAMPLES,
  handover,
  MINIMAL,
  ORDERS,
  useFolder,
} from '../__testUtils__/handover';

const folder = useFolder();
const PARTLY = path.join(EXAMPLES, 'fulfilment-dispatch/handover.yaml');

async function json(...args: string[]) {
  const outcome = await handover(['coverage', '--format', 'json', ...args]);
  return { code: outcome.code, ...JSON.parse(outcome.stdout) };
}

it('tells the ratio and the sections that miss something', async () => {
  const { code, stdout } = await handover(
    ['coverage', 'order-processing', 'fulfilment-dispatch/handover.yaml'],
    { cwd: EXAMPLES },
  );
  expect(code).toBe(0);
  const [orders, dispatch] = stdout.trimEnd().split('\n');
  expect(orders).toMatch(
    /^order-processing\/handover\.yaml +100% \((\d+) of \1\)$/,
  );
  expect(dispatch).toMatch(
    /^fulfilment-dispatch\/handover\.yaml +\d\d% \(\d+ of \d+\) {2}partial: overview, .* {2}missing: notes, /,
  );
});

it('ends with 1 where a handover covers less than --min, and not where exactly as much', async () => {
  const { code, files } = await json(ORDERS, PARTLY);
  expect(code).toBe(0);
  const { ratio, covered, required } = files[1];
  expect(ratio).toBe(covered / required);

  expect(await json('--min', String(ratio), PARTLY)).toMatchObject({
    code: 0,
    min: ratio,
    files: [{ enough: true }],
  });
  expect(
    await json('--min', String(ratio + 0.0001), ORDERS, PARTLY),
  ).toMatchObject({ code: 1, files: [{ enough: true }, { enough: false }] });
  expect(await handover(['coverage', '--min', '80%', PARTLY])).toMatchObject({
    code: 1,
    stderr: '1 of 1 handover covers less than 80%\n',
  });
});

it('lists what is missing and why it matters', async () => {
  const file = path.join(folder(), 'handover.yaml');
  await writeFile(file, `${MINIMAL}failures:\n  items:\n    - cause: Rust\n`);
  const { stdout } = await handover(['coverage', '--missing', file]);
  expect(stdout).toMatch(
    /^ {2}Known failures and fixes\n {4}failures\.items\[0\]\.symptom\n {6}[A-Z].*\.$/m,
  );
});

it.each(['1.5', '-0.1', '101%', 'most', ''])(
  'refuses %j as --min',
  async min => {
    expect(await handover(['coverage', `--min=${min}`, ORDERS])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Use a ratio from 0 to 1'),
    });
  },
);

it('ends with 2 for an invalid document, and counts the others', async () => {
  const { code, stdout, stderr } = await handover(
    ['coverage', 'loyalty-points', 'order-processing'],
    { cwd: EXAMPLES },
  );
  expect(code).toBe(2);
  expect(stdout).toMatch(/^order-processing.* 100%/);
  expect(stderr).toMatch(
    /^error: 'loyalty-points\/handover\.yaml' is not a valid handover\n/,
  );
});
