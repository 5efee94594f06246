import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { handover, inTerminal, useFolder } from '../__testUtils__/handover';

const folder = useFolder();
const at = () => ({ cwd: folder() });
const written = () =>
  readFile(path.join(folder(), 'handover.yaml'), 'utf8').catch(() => undefined);

async function lintsClean() {
  return (await handover(['lint', '--strict'], at())).code === 0;
}

it('writes a valid document from options', async () => {
  const { code, stdout, stderr } = await handover(
    [
      'init',
      ...['--entity', 'component:default/orders'],
      ...['--tier', '2'],
      ...['--purpose', 'Takes orders: "all" of them # really'],
      ...['--user', 'Customers', '--user', 'Partners'],
      ...['--criticality', 'high'],
      ...['--impact', 'Lost revenue'],
      ...['--environment', 'staging', '--environment', 'production'],
      ...['--reviewed-by', 'Asha Rao'],
      ...['--schema', './handover.schema.json'],
    ],
    at(),
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(/^Wrote handover\.yaml: 6 of \d+ required fields/);
  expect(stderr).toContain('handover.dev/ref: ./handover.yaml');
  const text = await written();
  expect(text).toMatch(
    /^# yaml-language-server: \$schema=\.\/handover\.schema\.json\n/,
  );
  expect(text).toContain('# rollback:\n#   rollback.triggers: ');
  expect(text).not.toContain('overview.impact:');
  expect(await lintsClean()).toBe(true);
  const { stdout: page } = await handover(['export'], at());
  expect(page).toContain('# Handover: component:default/orders');
  expect(page).toContain('Takes orders: "all" of them # really');
  expect(page).toContain('- Customers\n- Partners');
  expect(page).toMatch(/Tier 2 · Reviewed \d{4}-\d\d-\d\d by Asha Rao/);
});

it('needs no option, and takes the entity from catalog-info.yaml', async () => {
  await writeFile(
    path.join(folder(), 'catalog-info.yaml'),
    'kind: API\nmetadata: { name: orders-api }\n---\nkind: Component\nmetadata: { name: Orders, namespace: shop }\n',
  );
  expect(await handover(['init'], at())).toMatchObject({ code: 0 });
  expect(await written()).toContain('entityRef: component:shop/orders');
  expect(await lintsClean()).toBe(true);
});

it('proposes no entity where more than one could be meant', async () => {
  await writeFile(
    path.join(folder(), 'catalog-info.yaml'),
    'kind: Component\nmetadata: { name: a }\n---\nkind: Component\nmetadata: { name: b }\n',
  );
  expect(await handover(['init'], at())).toMatchObject({ code: 0 });
  expect(await written()).not.toContain('entityRef');
});

it('overwrites nothing without --force', async () => {
  const file = path.join(folder(), 'handover.yaml');
  await writeFile(file, 'precious');
  expect(await handover(['init'], at())).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^error: 'handover\.yaml' already exists\nUse --force /,
    ),
  });
  expect(await written()).toBe('precious');
  expect((await handover(['init', '--force'], at())).code).toBe(0);
  expect(await lintsClean()).toBe(true);
});

it.each([
  [['--entity', 'orders'], 'must be an entity reference'],
  [['--purpose', 'password: hunter2'], 'looks like a secret'],
  [['--environment', 'a', '--environment', 'a'], 'already the name'],
  [['--tier', '5'], 'Allowed choices are 1, 2, 3, 4'],
  [['--output', 'no/such/folder.yaml'], 'no such folder'],
])('writes nothing for %j', async (args, message) => {
  const { code, stderr } = await handover(['init', ...args], at());
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('hunter2');
  expect(await written()).toBeUndefined();
});

it('prints the document with --output -', async () => {
  const { code, stdout } = await handover(['init', '-o', '-'], at());
  expect(code).toBe(0);
  expect(stdout).toContain('kind: Handover\n');
  expect((await handover(['lint', '-'], { stdin: stdout })).code).toBe(0);
  expect(await written()).toBeUndefined();
});

describe('in a terminal', () => {
  it('asks for what no option says, and asks again for what is no choice', async () => {
    await writeFile(
      path.join(folder(), 'catalog-info.yaml'),
      'kind: Component\nmetadata: { name: orders }\n',
    );
    const { code, stdout } = await inTerminal(
      ['init', '--purpose', 'Takes orders in.'],
      {
        ...at(),
        dialogue: [
          ['Catalog entity [component:default/orders] ', '\r'],
          ['Service tier', '7\r'],
          ["'7' is not one of 1, 2, 3, 4.", ''],
          ['Service tier', '1\r'],
          ['Who uses it?', 'Customers, Partners\r'],
          ['How critical', 'high\r'],
          ['What does an outage cost?', '\r'],
          ['Where does it run', 'staging, production\r'],
          ['Your name', '\r'],
        ],
      },
    );
    expect(code).toBe(0);
    expect(stdout).not.toContain('What does it do');
    expect(await lintsClean()).toBe(true);
    expect(await written()).toMatch(
      /entityRef: component:default\/orders\n {2}tier: 1\n\n(#.*\n)+overview:\n {2}purpose: Takes orders in\.\n {2}users:\n {4}- Customers\n {4}- Partners\n {2}criticality: high\n\nenvironments:\n {2}items:\n {4}- name: staging\n/,
    );
  });

  it('writes nothing when it is cancelled', async () => {
    const { code, stdout } = await inTerminal(['init'], {
      ...at(),
      dialogue: [
        ['Catalog entity', '\r'],
        ['Service tier', '\u0003'],
      ],
    });
    expect(code).toBe(130);
    expect(stdout).toContain('cancelled, nothing was written');
    expect(await written()).toBeUndefined();
  });

  it('asks nothing with --no-input', async () => {
    expect(await inTerminal(['init', '--no-input'], at())).toMatchObject({
      code: 0,
    });
    expect(await lintsClean()).toBe(true);
  });
});
