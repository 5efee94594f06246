import { cp, mkdir, writeFile } from 'node:fs/promises';
import MarkdownIt from 'markdown-it';
import path from 'node:path';
import {
  EXAMPLES,
  handover,
  INVALID,
  MINIMAL,
  useFolder,
} from '../__testUtils__/handover';
import { usePortal } from '../__testUtils__/portal';

const folder = useFolder();
const portal = usePortal();

const NONE = { lost: 0, left: 0, renamed: 0, gained: 0, entered: 0 };

const plan = (more: object = {}) => ({
  name: 'ready',
  title: 'Ready',
  levels: [
    { id: 'bronze', title: 'Bronze' },
    { id: 'silver', title: 'Silver' },
  ],
  inForce: true,
  at: '2026-11-20T10:00:00.000Z',
  before: { entities: 2, levels: { bronze: 1, silver: 1 }, held: 0 },
  after: { entities: 2, levels: { bronze: 2 }, held: 1 },
  outdated: 0,
  changed: { ...NONE, lost: 1 },
  checks: [
    {
      id: 'rolls-back',
      title: 'Rolls back',
      level: 'silver',
      counts: true,
      before: { pass: 1, fail: 1 },
      after: { fail: 1, unknown: 1 },
      unknown: [
        { fact: 'delivery.rollbacks', reason: 'GitLab hangs', entities: 1 },
      ],
    },
  ],
  owners: [{ ref: 'group:default/shop', changes: { ...NONE, lost: 1 } }],
  omittedOwners: 0,
  changes: [
    {
      entityRef: 'component:default/orders',
      owner: 'group:default/shop',
      change: 'lost',
      before: 'silver',
      after: 'bronze',
      levelHeld: true,
      checks: ['rolls-back'],
    },
  ],
  omittedChanges: 3,
  ...more,
});

const answers = (more?: object) =>
  portal.answers({
    status: 200,
    body: { valid: true, problems: [], plan: plan(more) },
  });

const check = (id: string, level: string, condition: string) =>
  `  - { id: ${id}, title: ${id}, level: ${level}, why: Because., fix: { text: Do it. }, condition: "${condition}" }`;

/** A scorecard as a file, with these checks. */
async function scorecardFile(
  name: string,
  checks: string[],
  scope = '{}',
): Promise<string> {
  const file = path.join(folder(), name);
  await writeFile(
    file,
    [
      'apiVersion: handover.dev/v1',
      'kind: Scorecard',
      'metadata: { name: ready, title: Ready, owner: platform }',
      `scope: ${scope}`,
      'levels: [{ id: bronze, title: Bronze }, { id: silver, title: Silver }]',
      'checks:',
      ...checks,
      '',
    ].join('\n'),
  );
  return file;
}

const anyFile = () =>
  scorecardFile('ready.yaml', [check('a', 'bronze', 'document.exists')]);

it('prints what the portal predicts', async () => {
  answers();
  const file = await anyFile();
  const { code, stdout, stderr } = await portal.handover(
    'scorecard',
    'plan',
    file,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout)
    .toBe(`Ready: 1 lose a level (2 in the scope, 2 with a result now)
1 will only have their last known level, as something is unknown; now it is 0.

level   now  after
none    0    0
bronze  1    2
silver  1    0

entity                    owner               now     after                because of
component:default/orders  group:default/shop  silver  bronze (last known)  rolls-back
… and 3 more

owner               lost
group:default/shop  1

check       level   pass   fail  unknown
rolls-back  silver  1 → 0  1     0 → 1

check       missing             entities  because
rolls-back  delivery.rollbacks  1         GitLab hangs
`);
  expect(portal.asked()).toEqual([
    {
      url: '/api/handover/scorecards/plan',
      authorization: 'Bearer t0ken',
      body: { yaml: expect.stringContaining('kind: Scorecard') },
    },
  ]);
  const json = await portal.handover(
    'scorecard',
    'plan',
    file,
    '--format',
    'json',
  );
  expect(JSON.parse(json.stdout)).toEqual({ plan: plan(), remarks: [] });
});

it('writes a comment in which the text of others means nothing', async () => {
  const evil = '`</details><img src=x> @team #1 [a](http://b.c) | \\| <b>';
  answers({
    title: evil,
    owners: [{ ref: evil, changes: { ...NONE, lost: 1 } }],
    checks: [
      {
        id: 'a',
        title: evil,
        level: evil,
        counts: true,
        after: { unknown: 1 },
        unknown: [{ fact: evil, reason: `${evil}\n\n# x`, entities: 1 }],
      },
    ],
  });
  const { stdout } = await portal.handover(
    'scorecard',
    'plan',
    await anyFile(),
    '--format',
    'markdown',
  );
  expect(stdout).toMatch(/^### Scorecard `/);
  expect(stdout).toContain(
    '| `component:default/orders` | `group:default/shop` | `silver` | `bronze (last known)` | `rolls-back` |',
  );
  const html = new MarkdownIt({ html: true })
    .render(stdout)
    .replace(/<code>.*?<\/code>/g, '');
  expect(html).not.toMatch(/<img|<b>|<a |@team|#1|<h1/);
  expect(html.match(/<table>/g)).toHaveLength(5);
  expect(html.match(/<\/details>/g)).toHaveLength(4);
  for (const row of html.split('<tr>').slice(-1)) {
    expect(row.match(/<td>/g)).toHaveLength(4);
  }
});

it.each([
  [{}, true, 1],
  [{}, false, 0],
  [{ changed: { ...NONE, left: 1 } }, true, 1],
  [{ changed: { ...NONE, gained: 1, entered: 2, renamed: 1 } }, true, 0],
  // Nobody can have lost a level where a typo keeps everybody out.
  [{ changed: NONE, after: { entities: 0, levels: {}, held: 0 } }, true, 1],
])('for %j, with --fail-on-loss %s, ends with %s', async (more, flag, code) => {
  answers(more);
  const args = ['scorecard', 'plan', await anyFile()];
  expect(
    (await portal.handover(...args, ...(flag ? ['--fail-on-loss'] : []))).code,
  ).toBe(code);
});

it('asks again when the portal says that it is not the turn of this user', async () => {
  portal.answers(
    {
      status: 429,
      headers: { 'Retry-After': '0' },
      body: {
        error: { name: 'TooManyRequestsError', message: 'One is under way' },
        response: { statusCode: 429 },
      },
    },
    {
      status: 200,
      body: { valid: true, problems: [], plan: plan({ changed: NONE }) },
    },
  );
  expect(
    await portal.handover('scorecard', 'plan', await anyFile()),
  ).toMatchObject({ code: 0 });
  expect(portal.asked()).toHaveLength(2);
});

it('ends with 2 where nothing can be said', async () => {
  const file = await anyFile();
  const ask = async (...args: string[]) => {
    const { code, stdout, stderr } = await portal.handover(
      'scorecard',
      'plan',
      file,
      '--fail-on-loss',
      ...args,
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    return stderr;
  };
  portal.answers({
    status: 503,
    body: {
      error: { name: 'ServiceUnavailableError', message: 'Too many plans' },
      response: { statusCode: 503 },
    },
  });
  expect(await ask()).toContain('Too many plans');
  portal.answers({
    status: 200,
    body: {
      valid: false,
      problems: [
        {
          path: 'checks[0].condition',
          message: "unknown fact 'costs.x'",
          severity: 'error',
          line: 7,
          column: 3,
        },
      ],
    },
  });
  expect(await ask()).toContain(
    `${file}:7:3 checks[0].condition: unknown fact 'costs.x'`,
  );
  expect(await ask('--base', file)).toContain('--base needs --documents');
  expect(await ask('--documents', folder())).toContain('needs --base');
  expect(
    await handover(['scorecard', 'plan', file], {
      env: { HANDOVER_PORTAL: '' },
    }),
  ).toMatchObject({ code: 2 });
});

/** Two examples, and handovers that tell less: no name, a name alone, and errors. */
async function servicesFolder(): Promise<string> {
  const services = path.join(folder(), 'services');
  for (const name of ['order-processing', 'fulfilment-dispatch']) {
    await cp(path.join(EXAMPLES, name), path.join(services, name), {
      recursive: true,
    });
  }
  const write = async (name: string, text: string) => {
    await mkdir(path.join(services, name));
    await writeFile(path.join(services, name, 'handover.yaml'), text);
  };
  await write('nameless', MINIMAL);
  await write(
    'bare',
    `${MINIMAL}metadata: { entityRef: component:default/bare }\n`,
  );
  await mkdir(path.join(services, 'invalid'));
  await cp(INVALID, path.join(services, 'invalid/handover.yaml'));
  await cp(
    path.join(path.dirname(INVALID), 'catalog-info.yaml'),
    path.join(services, 'invalid/catalog-info.yaml'),
  );
  return services;
}

it('plans with a folder of handovers, and says what it cannot know', async () => {
  const services = await servicesFolder();
  const scope = '{ kind: component, type: service }';
  const base = await scorecardFile(
    'base.yaml',
    [check('written', 'bronze', 'document.exists')],
    scope,
  );
  const file = await scorecardFile(
    'ready.yaml',
    [
      check('whole', 'bronze', 'document.coverage == 1.0'),
      check(
        'owned',
        'silver',
        'catalog.ownedByGroup && delivery.rollbacks > 0',
      ),
    ],
    scope,
  );
  const { code, stdout } = await handover([
    ...['scorecard', 'plan', file, '--documents', services, '--base', base],
    ...['--format', 'json', '--fail-on-loss'],
  ]);
  const { plan: found, remarks } = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(found.changes).toMatchObject([
    {
      entityRef: 'component:default/fulfilment-dispatch',
      change: 'lost',
      checks: ['whole'],
    },
  ]);
  expect(found.after).toMatchObject({ entities: 3 });
  expect(found.checks[1].unknown).toContainEqual({
    fact: 'delivery.rollbacks',
    entities: 3,
    reason: 'only the portal knows it',
  });
  expect(remarks).toEqual([
    expect.stringMatching(/invalid.*is not a valid handover/),
    expect.stringMatching(/nameless.*is left out/),
    expect.stringContaining("'component:default/bare' is left out"),
  ]);
});
