import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { TestDatabases } from '@backstage/backend-test-utils';
import { asService } from '../__testUtils__/startHandoverBackend';
import { eventually } from '../__testUtils__/eventually';
import { handoverYaml } from '../documents/__testUtils__/documents';
import { DIGEST } from './__testUtils__/happenings';
import {
  prepareServices,
  scorecard,
  startWithRequirements,
} from './__testUtils__/startWithRequirements';
import { SECRET } from './__testUtils__/systems';

jest.setTimeout(120_000);

const AT = '2026-11-28T10:00:00Z';
const PORTAL = 'https://portal.example.com/catalog/default/component';

const level = (name: string, id: string) => ({
  scorecards: [{ name, level: id }],
});

/** In the order of promotion. */
const ENVIRONMENTS: Record<string, JsonObject> = {
  first: { requires: { inPreviousEnvironment: true } },
  staging: {},
  // As text, as variables are.
  promoted: { aliases: ['prod'], requires: { inPreviousEnvironment: 'true' } },
  level: { requires: level('ready', 'silver') },
  'no-such-scorecard': { requires: level('raedy', 'silver') },
  'no-such-level': { requires: level('ready', 'sliver') },
  'for-systems': { requires: level('systems', 'bronze') },
  fresh: { requires: { freshHandover: true } },
  runs: { requires: { lastRunPassed: true } },
  builds: { requires: { lastRunPassed: ['*BUILD'] } },
  lints: { requires: { lastRunPassed: ['*build', 'lnit'] } },
  calm: { unknown: 'pass', requires: { noCriticalAlerts: true } },
  'eu-*': { requires: { freshHandover: true, noCriticalAlerts: true } },
  'eu-west': { requires: { freshHandover: false } },
};

/** Every combination of requirements, with either default. */
const ALL = {
  ...level('ready', 'silver'),
  freshHandover: true,
  lastRunPassed: true,
  inPreviousEnvironment: true,
  noCriticalAlerts: true,
};
const COMBINATIONS = Array.from(
  { length: 2 ** Object.keys(ALL).length },
  (_, bits) => bits,
);
for (const verdict of ['open', 'closed']) {
  for (const bits of COMBINATIONS) {
    ENVIRONMENTS[`${verdict}-${bits}`] = {
      default: verdict,
      requires: Object.fromEntries(
        Object.entries(ALL).filter((_, index) => bits & (1 << index)),
      ),
    };
  }
}

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const exam = { passed: async () => true };
let knex: Knex;
let backend: Awaited<ReturnType<typeof startWithRequirements>>;

beforeAll(async () => {
  knex = await databases.init('SQLITE_3');
  backend = await startWithRequirements({
    requires: ENVIRONMENTS,
    exam,
    scorecards: [scorecard('ready'), scorecard('systems', 'system')],
    knex,
  });
  await prepareServices(backend);
});
afterAll(() => backend.stop());

async function ask(service: string, environment: string, more = '') {
  const { body, text } = await backend.get(
    `/gate/component/default/${service}?environment=${environment}&at=${AT}${more}`,
  );
  expect(text).not.toContain(SECRET);
  const decision = body as GateDecision;
  return {
    decision,
    conditions: decision.reasons.filter(reason => reason.kind === 'condition'),
  };
}

type Case = [
  service: string,
  environment: string,
  verdict: string,
  reason?: string,
  link?: string,
];

const ARTIFACT = `&artifactDigest=${DIGEST}&artifactVersion=1.4.0`;
const ARTIFACTS: Record<string, string> = {
  first: ARTIFACT,
  promoted: ARTIFACT,
};

const CASES: Case[] = [
  // The handover.
  ['fresh', 'fresh', 'open', undefined, `${PORTAL}/fresh/handover`],
  ['stale', 'fresh', 'closed', 'Its review was due on 2026-10-30.'],
  ['unreviewed', 'fresh', 'closed', 'The handover was never reviewed.'],
  ['undocumented', 'fresh', 'closed', 'The service has no handover.'],
  ['invalid', 'fresh', 'closed', 'The handover is invalid.'],
  ['unreachable', 'fresh', 'unknown', 'The handover cannot be read.'],
  // The last run.
  ['passed', 'runs', 'open'],
  [
    'failed',
    'runs',
    'closed',
    "The last run of 'shop/build' on main failed.",
    'https://ci.example.com/failed',
  ],
  ['lint-failed', 'runs', 'closed', "The last run of 'lint' on main failed."],
  ['lint-failed', 'builds', 'open'],
  ['passed', 'lints', 'unknown', "No finished run of 'lnit' on"],
  ['cancelled', 'runs', 'unknown', "'shop/build' on main was cancelled."],
  [
    'under-way',
    'runs',
    'unknown',
    "'shop/build' on main has not finished yet.",
  ],
  ['unfinished', 'runs', 'unknown', "'shop/build' on main has not finished"],
  ['overtaken', 'runs', 'open'],
  ['failed-again', 'runs', 'closed', "'shop/build' on main failed."],
  ['on-no-branch', 'runs', 'unknown', 'No finished run on the branch main or'],
  ['on-a-branch', 'runs', 'unknown', 'No finished run on the branch main or'],
  ['broken-passed', 'runs', 'unknown', 'Jenkins cannot be read.'],
  // The previous environment.
  [
    'deployed',
    'promoted',
    'open',
    undefined,
    'https://ci.example.com/deployed',
  ],
  ['deployed', 'Prod', 'unknown', 'The request names no artifact.'],
  ['unlike', 'promoted', 'closed', "deployed in 'staging': '1.5.0'."],
  ['rolled-back', 'promoted', 'closed', "deployed in 'staging': '1.3.0'."],
  ['passed', 'promoted', 'closed', "Nothing is deployed in 'staging'."],
  ['fresh', 'promoted', 'unknown', 'No deployment of the service is known.'],
  ['unversioned', 'promoted', 'unknown', 'cannot be compared'],
  ['broken-deployed', 'promoted', 'unknown', 'Jenkins cannot be read.'],
  ['several', 'promoted', 'unknown', "Several artifacts are deployed in 'st"],
  ['deployed', 'first', 'unknown', "known that 'first' is promoted from."],
  // Alerts.
  ['alerts-none', 'calm', 'open'],
  ['alerts-minor', 'calm', 'open'],
  [
    'alerts-here',
    'calm',
    'closed',
    "Firing: 'Down' and 1 more.",
    'https://alerts.example.com/Down',
  ],
  ['alerts-here', 'eu-west', 'closed', "Firing: 'Slow'."],
  ['alerts-p0', 'calm', 'closed', "Firing: 'Top'."],
  [
    'alerts-unranked',
    'calm',
    'unknown',
    "'Odd' is firing with the severity 't",
  ],
  ['alerts-bare', 'calm', 'unknown', "'Bare' is firing without a severity."],
  ['alerts-astray', 'calm', 'unknown', "in 'clam', which is not a known"],
  ['alerts-away', 'calm', 'unknown', 'Pager cannot be read.'],
  ['fresh', 'calm', 'unknown', 'No system is known that has alerts'],
  // Names that nothing has.
  [
    'fresh',
    'no-such-scorecard',
    'unknown',
    "No scorecard 'raedy' is in force, did you mean 'ready'?",
  ],
  [
    'fresh',
    'no-such-level',
    'unknown',
    "The scorecard has no level 'sliver', did you mean 'silver'?",
  ],
  ['fresh', 'for-systems', 'unknown', 'not in the scope of the scorecard.'],
];

it.each(CASES)(
  '%s in %s is %s',
  // Jest would pass a callback for a parameter that a case doesn't have.
  async (...[service, environment, verdict, reason, link]: Case) => {
    const { decision, conditions } = await ask(
      service,
      environment,
      ARTIFACTS[environment],
    );
    expect({ ...decision, conditions }).toMatchObject({
      verdict,
      conditions: [{ verdict, ...(link && { link }) }],
    });
    expect(conditions[0].reason ?? '').toContain(reason ?? '');
  },
);

it('compares versions only where a digest is missing', async () => {
  const verdict = async (artifact: string) =>
    (await ask('deployed', 'promoted', artifact)).decision.verdict;
  expect(await verdict(`&artifactDigest=${DIGEST}`)).toBe('open');
  expect(await verdict('&artifactVersion=1.4.0')).toBe('open');
  expect(await verdict('&artifactVersion=1.4.1')).toBe('closed');
  expect(await verdict(`&artifactVersion=1.4.0&artifactDigest=sha256:00`)).toBe(
    'closed',
  );
});

it('finds the last run on main behind any number of other runs', async () => {
  const { run } = await knex('delivery_runs')
    .where('entity_ref', 'component:default/failed')
    .first();
  const newer = Array.from({ length: 201 }, (_, index) => ({
    entity_ref: 'component:default/failed',
    provider: 'cdevents',
    id: `${index}`,
    ordered_at: new Date('2026-11-28T09:00:00Z'),
    run: JSON.stringify({ ...JSON.parse(run), branch: 'topic' }),
  }));
  await knex.batchInsert('delivery_runs', newer, 100);
  expect((await ask('failed', 'runs')).decision.verdict).toBe('closed');
});

it('looks for an artifact by its name', async () => {
  const decided = async (artifact: Record<string, string>) => {
    const { body } = await backend.post(
      '/gate/component/default/several/decisions',
      JSON.stringify({ environment: 'promoted', at: AT, artifact }),
      { 'Content-Type': 'application/json', ...asService() },
    );
    const asked = Object.entries(artifact).map(
      ([key, value]) =>
        `&artifact${key[0].toUpperCase()}${key.slice(1)}=${value}`,
    );
    const { decision } = await ask('several', 'promoted', asked.join(''));
    expect(decision.verdict).toBe(body.decision.verdict);
    return body.decision.verdict;
  };
  expect(await decided({ name: 'shop', version: '1.4.0' })).toBe('open');
  expect(await decided({ name: 'shop', version: '1.4.1' })).toBe('closed');
  expect(await decided({ name: 'api', version: '1.4.0' })).toBe('closed');
});

it('does not open while nobody knows which providers there are', async () => {
  const { getEntityByRef } = backend;
  const working = getEntityByRef.getMockImplementation()!;
  getEntityByRef.mockRejectedValue(new Error(SECRET));
  const { conditions } = await ask('never-read', 'runs');
  expect(conditions).toMatchObject([
    { verdict: 'unknown', reason: 'The pipelines cannot be read.' },
  ]);
  getEntityByRef.mockImplementation(working);
  expect((await ask('never-read', 'runs')).decision.verdict).toBe('open');
});

it('does not decide from a provider that does not apply any more', async () => {
  const of = { entity_ref: 'component:default/moved', provider: 'jenkins' };
  const run = { provider: 'jenkins', pipeline: 'build', branch: 'main' };
  await knex('delivery_runs').insert({
    ...of,
    id: '1',
    ordered_at: new Date(AT),
    run: JSON.stringify({ ...run, status: 'succeeded' }),
  });
  const providers = knex('delivery_providers');
  const { demonstration } = await providers.clone().first();
  await providers.clone().insert({
    ...of,
    title: 'Jenkins',
    demonstration,
    fetched_at: new Date(),
    changes: 1,
  });
  expect((await ask('moved', 'runs')).decision.verdict).toBe('open');
  const fetched_at = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await providers.clone().where(of).update({ fetched_at });
  const { conditions } = await ask('moved', 'runs');
  expect(conditions[0]).toMatchObject({
    verdict: 'unknown',
    reason: expect.stringContaining('The data of Jenkins is outdated'),
  });
});

it('says when the review of the handover ends, and closes from then on', async () => {
  const { decision } = await ask('fresh', 'fresh');
  expect(decision).toMatchObject({
    verdict: 'open',
    until: '2027-02-18T00:00:00Z',
  });
  const { body } = await backend.get(
    '/gate/component/default/fresh?environment=fresh&at=2027-02-18T00:00:00Z',
  );
  expect(body.verdict).toBe('closed');
});

it('requires nothing of rollbacks, or where nothing is configured', async () => {
  for (const environment of Object.keys(ENVIRONMENTS).slice(0, 12)) {
    const { conditions } = await ask('failed', environment, '&change=rollback');
    expect(conditions).toEqual([]);
  }
  const staging = await ask('failed', 'staging');
  expect(staging.conditions).toEqual([]);
  expect(staging.decision.verdict).toBe('open');
  const calm = await ask('fresh', 'calm');
  expect(calm.decision.onUnknown).toBe('pass');
});

it('does not fetch the entity from the catalog', async () => {
  await ask('passed', 'open-31');
  backend.getEntityByRef.mockClear();
  const { conditions } = await ask('passed', 'open-15');
  expect(conditions).toHaveLength(4);
  expect(backend.getEntityByRef).not.toHaveBeenCalled();
});

it.each(['passed', 'fresh', 'alerts-none', 'undocumented'])(
  'never opens a gate of %s that fewer requirements leave closed or unknown',
  async service => {
    const { body } = await backend.get(
      `/gate/component/default/${service}/environments`,
    );
    // A service with a handover has the environments of the configuration too.
    const strictness = new Map<string, number>(
      body.items.map(({ environment, verdict }: GateDecision) => [
        environment,
        ['open', 'unknown', 'closed'].indexOf(verdict),
      ]),
    );
    for (const start of ['open', 'closed']) {
      for (const fewer of COMBINATIONS) {
        for (const more of COMBINATIONS.filter(bits => bits & fewer)) {
          const stricter = fewer | more;
          expect(strictness.get(`${start}-${stricter}`)).toBeGreaterThanOrEqual(
            strictness.get(`${start}-${fewer}`)!,
          );
        }
      }
    }
    expect(strictness.get('open-0')).toBe(0);
    expect(strictness.get('closed-31')).toBe(2);
  },
);

it('holds a level only against what it leaves open, and until an exemption ends', async () => {
  const of = { scorecard: 'ready', entity_ref: 'component:default/stale' };
  const result = () => knex('scorecard_results').where(of);
  await eventually(async () =>
    expect(await result()).toMatchObject([{ level: 'silver' }]),
  );
  const [{ checks: evaluated }] = await result();
  const put = (outcomes: string[], more: object) => {
    const checks = JSON.parse(evaluated).map((each: object, index: number) => ({
      ...each,
      outcome: outcomes[index],
    }));
    return result().update({ checks: JSON.stringify(checks), ...more });
  };
  const decided = async (at = AT) => {
    const { body } = await backend.get(
      `/gate/component/default/stale?environment=level&at=${at}`,
    );
    const { reason, until } = body.reasons.find(
      ({ kind }: { kind: string }) => kind === 'condition',
    );
    return [body.verdict, reason, until];
  };
  await put(['pass', 'pass', 'unknown'], { level: 'gold', level_held: true });
  expect(await decided()).toEqual([
    'open',
    'The level is at least Silver.',
    undefined,
  ]);
  await put(['pass', 'unknown', 'pass'], {
    level: 'bronze',
    level_held: false,
  });
  expect((await decided())[1]).toContain('is Bronze, but a check is unknown.');

  await put(['pass', 'exempt', 'fail'], { level: 'silver', level_held: false });
  expect((await decided())[0]).toBe('unknown');
  await knex('exemptions').insert({
    ...of,
    id: '00000000-0000-4000-8000-000000000001',
    check_id: 'silver',
    state: 'approved',
    reason: 'Later.',
    requested_by: 'user:default/ada',
    requested_at: new Date(),
    expires_at: new Date('2200-01-01'),
  });
  expect(await decided()).toEqual(['open', 'The level is Silver.', undefined]);
  const expires_at = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await knex('exemptions').where(of).update({ expires_at });
  const end = expires_at.toISOString();
  expect((await decided()).at(-1)).toBe(end);
  expect(await decided(end)).toEqual([
    'unknown',
    expect.stringContaining(`The level is Silver only until ${end}`),
    undefined,
  ]);
});

it('follows the level of a scorecard, which must be certain and current', async () => {
  const decided = async (service: string) => {
    const { decision, conditions } = await ask(service, 'level');
    return [decision.verdict, conditions[0].reason, conditions[0].link];
  };
  const becomes = (service: string, verdict: string, reason: string) =>
    eventually(async () =>
      expect(await decided(service)).toEqual([
        verdict,
        expect.stringContaining(reason),
        `${PORTAL}/${service}/handover#scorecards`,
      ]),
    );
  await becomes('fresh', 'open', 'The level is Silver.');
  await becomes('undocumented', 'closed', 'The level is Bronze. At least Silv');

  exam.passed = () => Promise.reject(new Error(SECRET));
  const path = '/documents/component/default/fresh';
  await backend.put(path, handoverYaml('Changed'), { 'If-Match': '"1"' });
  await becomes('fresh', 'unknown', 'Silver is only the last known level');

  exam.passed = async () => false;
  await backend.put(path, handoverYaml('Again'), { 'If-Match': '"2"' });
  await becomes('fresh', 'closed', 'No level is reached. At least Silver');

  // Evaluations have stopped, or the scorecard is another one since.
  const results = knex('scorecard_results').where({ scorecard: 'ready' });
  await results.clone().update({ evaluated_at: new Date('2026-11-01') });
  await becomes('fresh', 'unknown', 'last evaluated at 2026-11-01');
  await results.clone().update({ evaluated_at: new Date(), version: 'former' });
  await becomes('fresh', 'unknown', 'which is outdated.');
  await results.clone().delete();
  await becomes('fresh', 'unknown', 'The service was not evaluated yet.');
});
