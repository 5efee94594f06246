import { formatProblem, parseHandoverDocument, statementText } from './index';
import { Environments } from '../environments/Environments';

const HEAD = 'apiVersion: handover.dev/v1\nkind: Handover\n';

/** Written apart, as linters take a script link in a literal for a mistake. */
const SCRIPT = 'javascript';

/** The problems of a document with a valid head, as they are printed. */
function problemsOf(yaml: string, options = {}): string[] {
  return parseHandoverDocument(`${HEAD}${yaml}`, options).problems.map(
    problem => formatProblem('handover.yaml', problem),
  );
}

it('reports all problems at once, each at its line and column, in the order of the text', () => {
  expect(
    problemsOf(`metadata: {tier: 9, reviewedAt: 2026-02-30}
rolback:
  steps: []
overview:
  criticality: hgih
  users: []
  impact: 12
failures:
  - symptom: x
rollback:
  approvers: []
  steps:
    - command: "true"
notes:
  items:
    - kind: sharpedge
      text: x
    -
`),
  ).toEqual([
    'handover.yaml:3:18 metadata.tier: must be at most 4',
    'handover.yaml:3:33 metadata.reviewedAt: must be a date such as 2026-11-20',
    "handover.yaml:4:1 rolback: unknown key 'rolback', did you mean 'rollback'?",
    "handover.yaml:7:16 overview.criticality: must be one of low, medium, high, critical, did you mean 'high'?",
    'handover.yaml:8:10 overview.users: at least one is required',
    'handover.yaml:9:11 overview.impact: must be text, not a number; put it in quotes',
    "handover.yaml:11:3 failures: must be a mapping of keys to values, not a list; put the list under 'items'",
    'handover.yaml:13:14 rollback.approvers: at least one is required',
    'handover.yaml:15:7 rollback.steps[0].do: is required',
    "handover.yaml:18:13 notes.items[0].kind: must be one of shortcut, sharpEdge, history, did you mean 'sharpEdge'?",
    'handover.yaml:20:6 notes.items[1]: must not be empty',
  ]);
});

it.each([
  ['overview: {purpose: 12}', 'text, not a number; put it in quotes'],
  ['overview: {purpose: true}', 'text, not true or false; put it in quotes'],
  ['overview: {purpose: [text]}', 'text, not a list'],
  ['overview: {purpose: {a: b}}', 'text, not a mapping'],
  ['overview: 12', 'a mapping of keys to values, not a number'],
  ['overview: true', 'a mapping of keys to values, not true or false'],
  ['overview: text', 'a mapping of keys to values, not text'],
  ['overview: [text]', 'a mapping of keys to values, not a list'],
  ['rollback: {approvers: 12}', 'a list, not a number'],
  ['rollback: {approvers: text}', 'a list, not text'],
  ['rollback: {approvers: {a: b}}', 'a list, not a mapping'],
  ['metadata: {tier: "1"}', 'a number, not text'],
  [
    'dangerZones: {items: [{what: x, emergencyOnly: "yes"}]}',
    'true or false, not text',
  ],
])('says what a value must be, and is, in %s', (yaml, expected) => {
  expect(problemsOf(yaml)).toEqual([
    expect.stringMatching(`: must be ${expected}$`),
  ]);
});

it('gives the document of a valid text, without what is not filled in yet', () => {
  expect(
    parseHandoverDocument(
      `${HEAD}overview:\n  purpose: " Takes orders "\n  impact:\n  users: ~\nrollback:\n`,
    ),
  ).toEqual({
    document: {
      apiVersion: 'handover.dev/v1',
      kind: 'Handover',
      overview: { purpose: 'Takes orders' },
    },
    problems: [],
  });
});

it('requires the version and the kind that it knows', () => {
  const { document, problems } = parseHandoverDocument(
    'apiVersion: handover.dev/v2\nkind:\n',
  );
  expect(document).toBeUndefined();
  expect(problems.map(problem => formatProblem('h.yaml', problem))).toEqual([
    "h.yaml:1:13 apiVersion: must be 'handover.dev/v1'",
    'h.yaml:2:1 kind: is required',
  ]);
});

describe('of the three forms of a schedule', () => {
  const window = (schedule: string) =>
    problemsOf(
      `windows: {items: [{id: a, title: A, effect: deny, schedule: ${schedule}}]}`,
    ).map(problem => problem.replace(/^.*schedule/, 'schedule'));

  it.each([
    [
      '{crno: 0 9 * * *, duration: PT1H, timeZone: UTC}',
      [
        'schedule.cron: is required',
        "schedule.crno: unknown key 'crno', did you mean 'cron'?",
      ],
    ],
    ['{start: 2026-01-01, timeZone: UTC}', ['schedule.end: is required']],
    [
      '{start: 2026-01-01, duration: PT1H, timeZone: UTC}',
      ['schedule.rrule: is required'],
    ],
    ['{cron: 0 9 * * *, timeZone: UTC}', ['schedule.duration: is required']],
    [
      '{start: 2026-01-01, end: 2026-01-02, rrule: FREQ=DAILY, timeZone: UTC}',
      [
        "schedule.rrule: key 'rrule' does not belong here; write either start, end, timeZone, or start, duration, rrule, exdates, rdates, timeZone, or cron, duration, timeZone",
      ],
    ],
    [
      '{start: 2026-01-01, end: 2026-01-02, timeZone: Europe/Lodnon}',
      [expect.stringContaining("schedule.timeZone: 'Europe/Lodnon'")],
    ],
    [
      '{start: 2026-01-02, end: 2026-01-01, timeZone: UTC}',
      [expect.stringContaining('schedule.end')],
    ],
    [
      '{start: 2026-02-30, end: 2026-03-01, timeZone: UTC}',
      [expect.stringContaining("schedule.start: '2026-02-30'")],
    ],
    [
      '{start: 2026-01-01, duration: PT1H, rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, timeZone: UTC}',
      [expect.stringContaining('schedule.rrule')],
    ],
  ])('explains the one that %s was meant to be', (schedule, expected) => {
    expect(window(schedule)).toEqual(expected);
  });
});

describe('ids of list items', () => {
  it.each([
    ['failures', 'items', '{id: a, symptom: x}', '{symptom: y, id: a}'],
    ['dangerZones', 'items', '{id: a, what: x}', '{what: y, id: a}'],
    ['escalation', 'levels', '{id: a, who: x}', '{who: y, id: a}'],
    ['firstThirtyDays', 'stages', '{id: a, goal: x}', '{id: a}'],
    ['responsibilities', 'tasks', '{id: a, title: x}', '{title: y, id: a}'],
    ['completion', 'statements', '{id: a, text: x}', '{id: a, text: y}'],
  ])('are unique in %s.%s', (section, list, first, second) => {
    const text = `${section}:\n  ${list}:\n    - ${first}\n    - ${second}\n`;
    expect(problemsOf(text)).toEqual([
      `handover.yaml:6:${
        7 + second.indexOf('id: ') + 4
      } ${section}.${list}[1].id: 'a' is already the id of ${section}.${list}[0]`,
    ]);
  });

  it('may be the same in two lists', () => {
    expect(
      problemsOf(
        'failures: {items: [{id: a, symptom: x}]}\ndangerZones: {items: [{id: a, what: x}]}\n',
      ),
    ).toEqual([]);
  });

  it('have one spelling', () => {
    expect(
      problemsOf('responsibilities: {tasks: [{id: Month End, title: x}]}\n'),
    ).toEqual([
      'handover.yaml:3:33 responsibilities.tasks[0].id: must be lower case words with dashes such as month-end',
    ]);
  });
});

it('takes a completion statement as text or with an id', () => {
  const { document, problems } = parseHandoverDocument(
    'apiVersion: handover.dev/v1\nkind: Handover\ncompletion:\n  statements:\n    - I can deploy.\n    - {id: rollback, text: I can roll back.}\n    - {text: I know the danger zones.}\n',
  );
  expect(problems).toEqual([]);
  expect(document?.completion?.statements?.map(statementText)).toEqual([
    'I can deploy.',
    'I can roll back.',
    'I know the danger zones.',
  ]);
  expect(
    problemsOf(
      'completion: {statements: [12, {id: a, txt: I can deploy.}, {id: b}]}\n',
    ),
  ).toEqual([
    'handover.yaml:3:27 completion.statements[0]: must be text, not a number; put it in quotes',
    'handover.yaml:3:31 completion.statements[1].text: is required',
    "handover.yaml:3:39 completion.statements[1].txt: unknown key 'txt', did you mean 'text'?",
    'handover.yaml:3:60 completion.statements[2].text: is required',
  ]);
});

describe('names that refer to each other', () => {
  it('must be unique', () => {
    const once =
      'schedule: {start: 2026-01-01, end: 2026-01-02, timeZone: UTC}';
    expect(
      problemsOf(
        `environments: {items: [{name: a}, {name: b}, {name: a}]}\nwindows:\n  items:\n    - {id: x, title: X, effect: deny, ${once}}\n    - {id: x, title: Y, effect: deny, ${once}}\n`,
      ),
    ).toEqual([
      "handover.yaml:3:53 environments.items[2].name: 'a' is already the name of environments.items[0]",
      "handover.yaml:7:12 windows.items[1].id: 'x' is already the id of windows.items[0]",
    ]);
  });

  it('only warn when they name no environment, and may be globs in windows', () => {
    const { document, problems } = parseHandoverDocument(`${HEAD}
environments: {items: [{name: staging}, {name: prod-eu, promotedFrom: beta}]}
deployment: {trigger: {prod: manual, prod-eu: manual}}
windows:
  items:
    - id: x
      title: X
      effect: deny
      environments: ["prod-*", "stg*"]
      schedule: {start: 2026-01-01, end: 2026-01-02, timeZone: UTC}
`);
    expect(document).toBeDefined();
    expect(problems.map(({ severity, path }) => [severity, path])).toEqual([
      ['warning', 'environments.items[1].promotedFrom'],
      ['warning', 'deployment.trigger.prod'],
      ['warning', 'windows.items[0].environments[1]'],
    ]);
  });

  it('mean the same environment in any case, and by its aliases', () => {
    const { problems } = parseHandoverDocument(
      `${HEAD}
environments: {items: [{name: Staging}, {name: PROD, promotedFrom: staging}, {name: live}]}
deployment: {trigger: {production: manual}}
windows:
  items:
    - id: x
      title: X
      effect: deny
      environments: [production, STAGING, "p?o*", beta]
      schedule: {start: 2026-01-01, end: 2026-01-02, timeZone: UTC}
`,
      {
        environments: Environments.create([
          { name: 'production', aliases: ['prod', 'live'] },
          { name: 'beta' },
        ]),
      },
    );
    expect(problems).toEqual([
      expect.objectContaining({
        path: 'environments.items[2].name',
        severity: 'warning',
        message:
          "'live' is the same environment as 'PROD' of environments.items[1]",
      }),
    ]);
    expect(
      problemsOf('environments: {items: [{name: Qa}, {name: "qa "}]}'),
    ).toEqual([
      expect.stringContaining(
        "'qa' is already the name of environments.items[0]",
      ),
    ]);
  });

  it('are patterns in windows only with * and ?', () => {
    const window = (environments: string) =>
      problemsOf(
        `windows: {items: [{id: x, title: X, effect: deny, environments: ${environments}, schedule: {start: 2026-01-01, end: 2026-01-02, timeZone: UTC}}]}`,
      );
    expect(window('["[p]rod"]')).toEqual([
      expect.stringContaining(
        "windows.items[0].environments[0]: '[' at character 1 of '[p]rod' is not allowed: patterns support only * and ?",
      ),
    ]);
    expect(window('["!staging", "a,b"]')).toHaveLength(2);
    // Nobody says which environments there are, but this is a slip.
    expect(window('[produciton, mainframe, "x*"]')).toEqual([
      expect.stringContaining(
        "unknown environment 'produciton', did you mean 'production'?",
      ),
    ]);
  });

  it('are left to the schema where they are no text', () => {
    expect(
      problemsOf(
        'windows: {items: [{id: x, title: X, effect: deny, environments: [12], schedule: {start: 2026-01-01, end: 2026-01-02, timeZone: UTC}}]}',
      ),
    ).toEqual([
      expect.stringContaining('environments[0]: must be text, not a number'),
    ]);
  });

  it('must not promote in a circle', () => {
    expect(
      problemsOf(
        'environments: {items: [{name: a, promotedFrom: c}, {name: b, promotedFrom: a}, {name: c, promotedFrom: b}, {name: d, promotedFrom: a}]}',
      ),
    ).toEqual([
      expect.stringContaining('in a circle: a from c from b from a'),
      expect.stringContaining('in a circle: b from a from c from b'),
      expect.stringContaining('in a circle: c from b from a from c'),
    ]);
  });

  it('are checked along with what the schema finds', () => {
    expect(
      problemsOf(
        'environments: {items: [{name: a, promotedFrom: a, urll: x}]}',
      ),
    ).toHaveLength(2);
  });
});

describe('links', () => {
  const link = (url: string, options = {}) =>
    problemsOf(
      `architecture: {links: [{title: x, url: ${JSON.stringify(url)}}]}`,
      options,
    );

  it.each([
    'https://example.com/a?b=c#d',
    'http://localhost:3000',
    'mailto:oncall@example.com',
  ])('may be %s', url => {
    expect(link(url)).toEqual([]);
  });

  it.each([
    `${SCRIPT}:alert(1)`,
    `${'JaVaScRiPt'}:alert(1)`,
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'slack://channel?id=C1',
    '//example.com',
    'http:example.com',
    'example.com',
  ])('may not be %j', url => {
    expect(link(url)).toHaveLength(1);
  });

  it('may have the schemes that are configured, but none that runs code', () => {
    const linkSchemes = ['https', 'slack', 'javascript'];
    expect(link('slack://channel?id=C1', { linkSchemes })).toEqual([]);
    expect(link('http://example.com', { linkSchemes })).toHaveLength(1);
    expect(link(`${SCRIPT}://%0aalert(1)`, { linkSchemes })).toHaveLength(1);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x]( <JavaScript:alert(1)>)',
    '[x]: vbscript:x',
    '<a href = "javascript:alert(1)">',
    '![x](data:text/html;base64,AAAA)',
  ])('in Markdown may not be %j', text => {
    expect(problemsOf(`overview: {purpose: ${JSON.stringify(text)}}`)).toEqual([
      expect.stringMatching(/^handover.yaml:3:21 overview.purpose: links to/),
    ]);
  });

  it('leave HTML and prose about schemes as the text they are', () => {
    const purpose =
      'See <b>bold</b><script>x</script>; javascript: is not allowed';
    expect(
      parseHandoverDocument(
        `${HEAD}overview: {purpose: ${JSON.stringify(purpose)}}`,
      ).document?.overview,
    ).toEqual({ purpose });
  });
});

it('refuses a document that is about another entity', () => {
  const yaml = 'metadata: {entityRef: component:default/orders}';
  expect(problemsOf(yaml, { entityRef: 'component:default/orders' })).toEqual(
    [],
  );
  expect(problemsOf(yaml, { entityRef: 'component:default/other' })).toEqual([
    expect.stringContaining('handover.yaml:3:23 metadata.entityRef'),
  ]);
});

describe('as YAML', () => {
  it.each([
    ['', '1:1 the document is empty'],
    ['# nothing\n', '1:1 the document is empty'],
    ['hello', '1:1 must be a mapping of keys to values, not text'],
    ['- a', '1:1 must be a mapping of keys to values, not a list'],
    ['<html>: {', '1:10 not valid YAML'],
    ['a: *x', '1:4 '],
    ['a: &a\n  b: [*a]', "2:7 the YAML alias '*a' contains itself"],
    [`${HEAD}---\na: b`, '3:1 only one YAML document is allowed in a file'],
    [`${HEAD}overview:\n\tpurpose: x`, '4:1 tabs cannot be used to indent'],
    [`${HEAD}overview: {}\noverview: {}`, "4:1 key 'overview' is given twice"],
    [
      `${HEAD}overview: &o {purpose: x}\nrollback:\n  <<: *o`,
      '5:3 rollback["<<"]: merge keys (<<) are not supported',
    ],
    [`${HEAD}overview: {purpose: !!js/function "x"}`, '3:21 YAML tags are'],
    [`${HEAD}? [a, b]\n: x`, '3:3 [""]: a key must be a plain word'],
    [
      `${HEAD}__proto__: {polluted: x}`,
      "3:1 __proto__: unknown key '__proto__'",
    ],
    [`${HEAD}constructor: x`, "3:1 constructor: unknown key 'constructor'"],
    [
      `${HEAD}overview: {toString: x}`,
      "3:12 overview.toString: unknown key 'toString'",
    ],
  ])('refuses %j', (text, expected) => {
    const { document, problems } = parseHandoverDocument(text);
    expect(document).toBeUndefined();
    expect(
      problems.map(problem => formatProblem('', problem).slice(1))[
        text === 'hello' || text === '- a' ? 0 : problems.length - 1
      ],
    ).toContain(expected);
    expect({}).not.toHaveProperty('polluted');
  });

  it('counts lines and columns with a byte order mark and Windows line ends', () => {
    expect(
      parseHandoverDocument(
        '\uFEFFapiVersion: 1\r\nkind: Handover\r\noverview:\r\n  porpose: x\r\n',
      ).problems,
    ).toMatchObject([
      { line: 1, column: 13, path: 'apiVersion' },
      { line: 4, column: 3, path: 'overview.porpose' },
    ]);
  });

  it('reads anchors and aliases as what they stand for, and finds problems in them', () => {
    expect(
      parseHandoverDocument(
        `${HEAD}overview: {users: &all [a, b], affects: *all}`,
      ).document?.overview,
    ).toEqual({ users: ['a', 'b'], affects: ['a', 'b'] });
    expect(
      problemsOf('overview: {users: &none [], affects: *none}'),
    ).toHaveLength(2);
  });

  it('keeps environments with the names of built-in properties', () => {
    expect(
      parseHandoverDocument(
        `${HEAD}deployment: {trigger: {constructor: manual, toString: automatic}}`,
      ).document?.deployment?.trigger,
    ).toEqual({ constructor: 'manual', toString: 'automatic' });
  });
});

describe('hostile input', () => {
  const BOMB = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefghi'].map(
      (key, index) =>
        `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[index]}`)}]`,
    ),
  ].join('\n');
  const rule = 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30';
  const never = Array.from(
    { length: 500 },
    (_, index) =>
      `    - {id: w${index}, title: t, effect: deny, schedule: {start: 2026-01-01, duration: PT1H, rrule: ${rule}, timeZone: UTC}}\n`,
  );

  it.each([
    ['5 MB', 'a'.repeat(5_000_000), 'larger than 256 KiB'],
    ['256 KiB of two-byte letters', 'é'.repeat(140_000), 'larger than 256 KiB'],
    ['an alias bomb', BOMB, 'aliases expand too much'],
    [
      'many aliases',
      `a: &a x\nb: [${Array(50_000).fill('*a')}]`,
      '100 YAML aliases',
    ],
    [
      '10,000 windows',
      `${HEAD}windows:\n  items:\n${'    - {}\n'.repeat(10_000)}`,
      '10000 windows are too many, at most 500 are allowed',
    ],
    [
      '10,000 failures',
      `${HEAD}failures:\n  items:\n${'    - {}\n'.repeat(10_000)}`,
      '10000 items are too many, at most 1000 are allowed',
    ],
    ['nested lists', '['.repeat(250_000), '64 levels'],
    ['nested mappings', '{a: '.repeat(60_000), '64 levels'],
    ['nested dashes', '- '.repeat(120_000), '64 levels'],
    [
      'nested indentation',
      Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join(
        '\n',
      ),
      '64 levels',
    ],
    [
      'many keys',
      Array.from({ length: 30_000 }, (_, index) => `k${index}:`).join('\n'),
      'more than 200 keys',
    ],
  ])('of %s gives one clear problem', (_, text, expected) => {
    const start = performance.now();
    const { document, problems } = parseHandoverDocument(text);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(document).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(expected),
        line: expect.any(Number),
        severity: 'error',
      }),
    ]);
  });

  it('of thousands of problems gives the first and the number of the others', () => {
    const { problems } = parseHandoverDocument(
      `${HEAD}failures:\n  items:\n${'    - {a: 1, b: 2}\n'.repeat(500)}`,
    );
    expect(problems).toHaveLength(201);
    expect(problems[200].message).toBe('and 800 more problems');
  });

  it('of windows that never occur ends', () => {
    const { problems } = parseHandoverDocument(
      `${HEAD}windows:\n  items:\n${never.join('')}`,
    );
    expect(problems[0].path).toBe('windows.items[0].schedule.rrule');
  });

  it('of white space for a link pattern ends', () => {
    const start = performance.now();
    parseHandoverDocument(
      `${HEAD}overview: {purpose: "href=${' '.repeat(200_000)}](<x"}`,
    );
    parseHandoverDocument(
      `${HEAD}metadata: {reviewEvery: P${'1'.repeat(200_000)}}`,
    );
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

it('refuses a NUL, which no YAML holds, where it is', () => {
  expect(problemsOf('overview:\n  purpose: "a\0b"\n')).toEqual([
    'handover.yaml:4:14 a NUL character is not allowed',
  ]);
});

it('takes a link, a query with its system, or both in observability, and says what is wrong', () => {
  expect(
    problemsOf(`observability:
  dashboards:
    - {title: Orders, url: https://dashboards.example.com/orders}
    - {title: Orders, url: '${SCRIPT}:alert(1)'}
    - {title: Orders}
  logs:
    - {title: Errors, query: '{app="orders"}', runIn: Loki}
    - {title: Errors, query: '{app="orders"}'}
    - {url: https://logs.example.com}
  traces: []
  alerts:
    - {title: Rules, url: https://alerts.example.com, query: up == 0, runIn: Prometheus, link: x}
  slo: []
`),
  ).toEqual([
    'handover.yaml:6:28 observability.dashboards[1].url: must be a link that starts with http://, https://, mailto:',
    'handover.yaml:7:7 observability.dashboards[2]: either url or query is required',
    'handover.yaml:10:7 observability.logs[1].runIn: is required: name the system that runs the query',
    'handover.yaml:11:7 observability.logs[2].title: is required',
    'handover.yaml:12:11 observability.traces: at least one is required',
    "handover.yaml:14:90 observability.alerts[0].link: unknown key 'link'; known keys are title, url, query, runIn",
    "handover.yaml:15:3 observability.slo: unknown key 'slo', did you mean 'slos'?",
  ]);
});

it('takes a recovery point of zero, and no other duration of zero', () => {
  expect(problemsOf('resilience: {rpo: PT0S, rto: PT0S}')).toEqual([
    'handover.yaml:3:30 resilience.rto: must be longer than zero',
  ]);
});

describe('limits of what a document may ask of the gate', () => {
  const windowOf = (index: number, more: string) =>
    `    - id: w-${index}\n      title: W\n      effect: deny\n${more}`;
  const documentOf = (windows: string[]) =>
    `apiVersion: handover.dev/v1\nkind: Handover\nwindows:\n  items:\n${windows.join(
      '',
    )}`;
  const schedule = (zone: string) =>
    `      schedule: { start: 2026-01-01, end: 2026-01-02, timeZone: ${zone} }\n`;

  it('refuses more than 50 time zones', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const check = (count: number) =>
      parseHandoverDocument(
        documentOf(
          zones
            .slice(0, count)
            .map((zone, index) => windowOf(index, schedule(zone))),
        ),
      ).problems;
    expect(check(50)).toEqual([]);
    expect(check(51)).toMatchObject([
      {
        path: 'windows.items',
        message:
          '51 time zones are too many, at most 50 are allowed in one document',
      },
    ]);
  });

  it('refuses more than 100 environments, in one window or in several', () => {
    const named = (from: number, count: number) =>
      `      environments: [${Array.from(
        { length: count },
        (_, index) => `env-${from + index}`,
      ).join(', ')}]\n`;
    const check = (windows: string[]) =>
      parseHandoverDocument(documentOf(windows)).problems.filter(
        ({ severity }) => severity === 'error',
      );
    expect(check([windowOf(1, named(0, 101) + schedule('UTC'))])).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ path: 'windows.items[0].environments' }),
      ]),
    );
    expect(
      check([
        windowOf(1, named(0, 60) + schedule('UTC')),
        windowOf(2, named(60, 41) + schedule('UTC')),
      ]),
    ).toMatchObject([
      {
        path: 'windows.items',
        message:
          '101 environments are too many, at most 100 are allowed in one document',
      },
    ]);
  });
});
