import Ajv from 'ajv/dist/2020';
import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { Environments } from '../environments/Environments';
import { compileCalendar } from './compileCalendar';
import { calendarJsonSchema } from './jsonSchema';
import { parseCalendar } from './parseCalendar';

const YAML = `apiVersion: handover.dev/v1
kind: Calendar
metadata:
  name: year-end
  title: Year-end freeze
  owner: platform
  link: https://wiki.example.com/freeze
scope:
  kind: component
  except: { owner: incident-team }
windows:
  - id: freeze
    title: Year-end freeze
    effect: deny
    environments: [production]
    schedule: { start: 2026-12-18, end: 2027-01-03, timeZone: Europe/Zurich }
`;

const configured = Environments.parse(
  [{ name: 'staging' }, { name: 'production' }, { name: 'production-*' }],
  'environments',
);

/** The problems as a linter shows them. */
const problemsOf = (yaml: string, environments?: Environments) =>
  parseCalendar(yaml, { environments }).problems.map(
    ({ line, column, path, message, severity }) =>
      `${line}:${column} ${severity} ${path}: ${message}`,
  );

it('is read with full references, and its level follows from the scope', () => {
  const { calendar, problems } = parseCalendar(YAML);
  expect(problems).toEqual([]);
  expect(calendar).toMatchObject({
    metadata: { owner: 'group:default/platform' },
    level: 'organization',
    scope: {
      kind: ['component'],
      except: [{ owner: ['group:default/incident-team'] }],
    },
    windows: [{ id: 'freeze' }],
  });
  const levelWith = (scope: string) =>
    parseCalendar(YAML.replace('kind: component', scope)).calendar?.level;
  expect(levelWith('domain: commerce')).toBe('domain');
  expect(levelWith('system: sales\n  domain: commerce')).toBe('system');
  expect(
    parseCalendar(
      `level: domain\n${YAML.replace('kind: component', 'system: a')}`,
    ).calendar?.level,
  ).toBe('domain');
});

it.each([
  [
    'scope:',
    'skope:',
    "8:1 error skope: unknown key 'skope', did you mean 'scope'?",
  ],
  [
    'owner: incident-team',
    'owner: a, ownr: a',
    "10:23 error scope.except.ownr: unknown key 'ownr', did you mean 'owner'?",
  ],
  [
    'end: 2027-01-03',
    'end: 2026-01-03',
    "16:41 error windows[0].schedule.end: '2026-01-03' is not after the start '2026-12-18'",
  ],
  [
    'Europe/Zurich',
    'Europe/Zurick',
    '16:63 error windows[0].schedule.timeZone',
  ],
  [
    '[production]',
    '["prod{uction"]',
    "15:20 error windows[0].environments[0]: '{' at character 5",
  ],
  [
    '  - id: freeze',
    '  - id: Freeze',
    '12:9 error windows[0].id: must be lower case',
  ],
  [
    'https://wiki',
    'ftp://wiki',
    '7:9 error metadata.link: must be an http or https address',
  ],
])('reports %s as %s with its position', (from, to, expected) => {
  expect(problemsOf(YAML.replace(from, to))).toEqual([
    expect.stringContaining(expected),
  ]);
  expect(parseCalendar(YAML.replace(from, to)).calendar).toBeUndefined();
});

it('refuses an environment that is not configured, which could be misspelt', () => {
  const named = (text: string, environments?: Environments) =>
    problemsOf(YAML.replace('[production]', `[${text}]`), environments);
  expect(named('canary', configured)).toEqual([
    "15:20 error windows[0].environments[0]: unknown environment 'canary'; known environments are staging, production",
  ]);
  // These match what is configured, and handovers may name them.
  expect(named('production-eu', configured)).toEqual([
    expect.stringContaining('15:20 warning'),
  ]);
  expect(named('"production-*", "prod*"', configured)).toEqual([]);
  for (const pattern of ['production-eu-*', '*-eu', 'productio?-*']) {
    expect(named(`"${pattern}"`, configured)).toEqual([
      expect.stringContaining('15:20 warning'),
    ]);
  }
  // A typo in a pattern leaves the right environment open, too.
  for (const pattern of ['produciton*', 'prodution-*', 'productoin?']) {
    expect(named(`"${pattern}"`, configured)).toEqual([
      expect.stringContaining(
        `15:20 error windows[0].environments[0]: '${pattern}' matches no known environment`,
      ),
    ]);
  }
  expect(named('"produciton*"')).toEqual([]);
  // Without a configuration, nobody can tell.
  expect(named('canary')).toEqual([]);
  expect(named('producton')).toEqual([
    expect.stringContaining("did you mean 'production'?"),
  ]);
});

it('names a window once, and has a bounded number of them', () => {
  const window = YAML.slice(YAML.indexOf('  - id'));
  expect(problemsOf(YAML + window)).toEqual([
    "17:9 error windows[1].id: 'freeze' is also the id of windows[0]",
  ]);
  expect(problemsOf(YAML + window.repeat(100))).toEqual([
    expect.stringContaining('more than 100 windows are too many'),
  ]);
  expect(problemsOf(YAML.replace(window, '  []'))).toEqual([
    expect.stringContaining('at least one is required'),
  ]);
});

it('has a JSON Schema that accepts it, for editors', () => {
  const accepts = new Ajv({ strict: true, validateFormats: false }).compile(
    calendarJsonSchema(),
  );
  const { definition } = parseCalendar(YAML);
  expect(accepts(definition)).toBe(true);
  expect(accepts({ ...definition, scop: {} })).toBe(false);
});

it('has examples without problems, in the example portal', () => {
  const file = resolve(__dirname, '../../../../app-config.yaml');
  const { definitions } = parse(readFileSync(file, 'utf8')).handover.calendars;
  expect(definitions).toHaveLength(2);
  for (const definition of definitions) {
    expect(
      compileCalendar(definition, { environments: configured }).findings,
    ).toEqual([]);
  }
});
