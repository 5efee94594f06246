import { applyDiff, diffDocuments, HandoverDocument } from './index';

const BASE = { apiVersion: 'handover.dev/v1', kind: 'Handover' } as const;

function diff(
  before: Omit<HandoverDocument, 'apiVersion' | 'kind'>,
  after: Omit<HandoverDocument, 'apiVersion' | 'kind'>,
) {
  return diffDocuments({ ...BASE, ...before }, { ...BASE, ...after });
}

it('tells sections and fields that came, went and changed', () => {
  expect(
    diff(
      {
        overview: { purpose: 'a', impact: 'b' },
        windows: { notApplicable: 'c' },
      },
      { overview: { purpose: 'a2', worstCase: 'd' }, metadata: { tier: 1 } },
    ).map(({ segments, ...change }) => change),
  ).toEqual([
    {
      kind: 'changed',
      section: 'overview',
      path: 'overview.purpose',
      before: 'a',
      after: 'a2',
    },
    {
      kind: 'removed',
      section: 'overview',
      path: 'overview.impact',
      before: 'b',
    },
    {
      kind: 'added',
      section: 'overview',
      path: 'overview.worstCase',
      after: 'd',
    },
    {
      kind: 'removed',
      section: 'windows',
      path: 'windows',
      before: { notApplicable: 'c' },
    },
    {
      kind: 'added',
      section: 'metadata',
      path: 'metadata',
      after: { tier: 1 },
    },
  ]);
});

it('knows a link or query of observability by its title', () => {
  const logs = { title: 'Errors', query: 'level:error', runIn: 'Kibana' };
  const traces = { title: 'Slow requests', url: 'https://traces.example.com' };
  expect(
    diff(
      { observability: { logs: [logs], traces: [traces] } },
      {
        observability: {
          logs: [
            { title: 'All', url: 'https://logs.example.com' },
            { ...logs, query: 'level:(error OR fatal)' },
          ],
          traces: [traces],
        },
      },
    ).map(({ kind, path, item }) => [kind, path, item]),
  ).toEqual([
    ['added', 'observability.logs[0]', 'All'],
    ['changed', 'observability.logs[1].query', 'Errors'],
  ]);
});

it('knows a list element by its natural key, wherever it is', () => {
  const crash = { symptom: 'Pods crash', cause: 'A', fix: 'B' };
  const slow = { symptom: 'Slow', cause: 'C', fix: 'D' };
  const full = { symptom: 'Disk full', cause: 'E', fix: 'F' };
  expect(
    diff(
      { failures: { items: [crash, slow] } },
      { failures: { items: [full, slow, { ...crash, fix: 'G' }] } },
    ),
  ).toEqual([
    expect.objectContaining({
      kind: 'added',
      path: 'failures.items[0]',
      item: 'Disk full',
      after: full,
    }),
    expect.objectContaining({
      kind: 'moved',
      path: 'failures.items[1]',
      item: 'Slow',
      from: 1,
      to: 1,
    }),
    expect.objectContaining({
      kind: 'changed',
      path: 'failures.items[2].fix',
      item: 'Pods crash',
      before: 'B',
      after: 'G',
    }),
  ]);
});

it('says no more than that one element was put in front of the others', () => {
  const users = Array.from({ length: 50 }, (_, index) => `user ${index}`);
  expect(
    diff(
      { overview: { users } },
      { overview: { users: [users[49], ...users.slice(0, 49)] } },
    ),
  ).toEqual([
    expect.objectContaining({
      kind: 'moved',
      item: 'user 49',
      from: 49,
      to: 0,
    }),
  ]);
});

it('takes an element with mostly the same words for the same one, edited', () => {
  expect(
    diff(
      { dayOne: { safeActions: ['Look at the dashboards', 'Read the logs'] } },
      {
        dayOne: {
          safeActions: ['Look at all the dashboards', 'Dry-run Terraform'],
        },
      },
    ).map(({ kind, path }) => [kind, path]),
  ).toEqual([
    ['removed', 'dayOne.safeActions[1]'],
    ['changed', 'dayOne.safeActions[0]'],
    ['added', 'dayOne.safeActions[1]'],
  ]);
});

it('takes an environment called as what every object inherits for itself', () => {
  const before = { deployment: { trigger: { valueOf: 'automatic' as const } } };
  const after = {
    deployment: { trigger: { toString: 'manual' as const } },
  };
  const changes = diff(before, after);
  expect(changes.map(({ kind, path }) => [kind, path])).toEqual([
    ['removed', 'deployment.trigger.valueOf'],
    ['added', 'deployment.trigger.toString'],
  ]);
  expect(applyDiff({ ...BASE, ...before }, changes)).toEqual({
    ...BASE,
    ...after,
  });
});

it('does not count the order of keys', () => {
  expect(
    diff(
      { failures: { items: [{ symptom: 'a', fix: 'b' }] } },
      { failures: { items: [{ fix: 'b', symptom: 'a' }] } },
    ),
  ).toEqual([]);
});

it('compares long lists that have nothing in common', () => {
  const list = (prefix: string) => ({
    failures: {
      items: Array.from({ length: 1_000 }, (_, index) => ({
        symptom: `${prefix} ${index}`,
      })),
    },
  });
  expect(diff(list('old'), list('new'))).toHaveLength(2_000);
});

it('knows a list element by its id first, however much else changed', () => {
  const changes = diff(
    {
      responsibilities: {
        tasks: [
          { id: 'upgrade', title: 'Upgrade the database' },
          { id: 'cleanup', title: 'Remove the old queue' },
        ],
      },
    },
    {
      responsibilities: {
        tasks: [
          { id: 'cleanup', title: 'Upgrade the database' },
          { id: 'upgrade', title: 'Something else entirely' },
        ],
      },
    },
  );
  expect(changes.map(({ kind, path, item }) => [kind, path, item])).toEqual([
    ['moved', 'responsibilities.tasks[0]', 'Upgrade the database'],
    ['changed', 'responsibilities.tasks[0].title', 'Upgrade the database'],
    ['changed', 'responsibilities.tasks[1].title', 'Something else entirely'],
  ]);
});

it('never takes elements with different ids for the same one', () => {
  const escalation = (id: string) => ({
    escalation: { levels: [{ id, who: 'On-call', how: '#on-call' }] },
  });
  expect(
    diff(escalation('first'), escalation('second')).map(({ kind, path }) => [
      kind,
      path,
    ]),
  ).toEqual([
    ['removed', 'escalation.levels[0]'],
    ['added', 'escalation.levels[0]'],
  ]);
});

it('knows a completion statement that got an id', () => {
  const changes = diff(
    { completion: { statements: ['I can deploy.', 'I can roll back.'] } },
    {
      completion: {
        statements: [
          { id: 'rollback', text: 'I can roll back.' },
          'I can deploy.',
        ],
      },
    },
  );
  expect(changes.map(({ kind, path }) => [kind, path])).toEqual([
    ['moved', 'completion.statements[0]'],
    ['changed', 'completion.statements[0]'],
  ]);
});
