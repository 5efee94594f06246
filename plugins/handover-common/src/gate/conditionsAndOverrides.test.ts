import fc from 'fast-check';
import { Environments } from '../environments/Environments';
import {
  anyCalendars,
  anyConditions,
  anyInstant,
  anyOverrides,
} from './__testUtils__/arbitraries';
import type { Artifact } from '../artifacts/Artifact';
import { artifactText } from '../artifacts/artifactText';
import type { EvaluatedCondition } from './conditions';
import { DECISION_HORIZON_DAYS, decide } from './decide';
import type { GateOverride } from './overrides';
import type { ChangeKind, HandoverWindow } from './schema';
import type { Calendar, DecideInput, GateDecision, Verdict } from './types';

const AT = '2026-11-20T08:00:00Z';

const freeze: HandoverWindow = {
  id: 'freeze',
  title: 'Freeze',
  effect: 'deny',
  schedule: {
    start: '2026-11-20T07:00',
    end: '2026-11-20T12:00',
    timeZone: 'UTC',
  },
};
const calendarOf = (...windows: HandoverWindow[]): Calendar => ({
  id: 'component:default/orders',
  title: 'Orders',
  level: 'entity',
  version: '1',
  windows,
});
const condition = (more: Partial<EvaluatedCondition>): EvaluatedCondition => ({
  id: 'no-open-incident',
  title: 'No open incident',
  outcome: 'pass',
  ...more,
});
const override = (more: Partial<GateOverride> = {}): GateOverride => ({
  id: 'fix-checkout',
  by: 'user:default/ada',
  reason: 'Checkout is down',
  ticket: 'INC-7',
  from: '2026-11-20T07:30:00Z',
  until: '2026-11-20T10:00:00Z',
  environments: ['production'],
  ...more,
});
const DIGEST = `sha256:${'a'.repeat(64)}`;
const ARTIFACTS: [string, Artifact, Artifact | undefined, boolean][] = [
  ['of no name', { version: '1.2.3' }, undefined, false],
  ['of its digest', { digest: DIGEST }, { digest: DIGEST }, true],
  [
    'of its digest, whatever the version',
    { digest: DIGEST, version: '1' },
    { digest: DIGEST.toUpperCase(), version: '2' },
    true,
  ],
  [
    'of another digest, with the same version',
    { digest: DIGEST, version: '1' },
    { digest: DIGEST.replace('a', 'b'), version: '1' },
    false,
  ],
  ['of its version', { version: '1' }, { name: 'orders', version: '1' }, true],
  ['of another version', { version: '1' }, { version: '2' }, false],
  [
    'of its name and version',
    { name: 'orders', version: '1' },
    { name: 'Orders', version: '1' },
    true,
  ],
  [
    'of another name',
    { name: 'orders', version: '1' },
    { name: 'billing', version: '1' },
    false,
  ],
  [
    'of its version alone, although it has a name',
    { name: 'orders', version: '1' },
    { version: '1' },
    false,
  ],
  ['of what cannot be compared', { digest: DIGEST }, { version: '1' }, false],
];
const ask = (input: Partial<DecideInput> = {}) =>
  decide({ calendars: [], environment: 'production', at: AT, ...input });

describe('a condition', () => {
  it.each<[EvaluatedCondition['outcome'], Verdict]>([
    ['pass', 'open'],
    ['fail', 'closed'],
    ['unknown', 'unknown'],
  ])('that says %s makes an open gate %s', (outcome, verdict) => {
    const conditions = [
      condition({ outcome, reason: 'INC-7', link: 'https://example.com' }),
    ];
    const decision = ask({ conditions });
    expect(decision.verdict).toBe(verdict);
    expect(decision.reasons).toContainEqual({
      kind: 'condition',
      verdict,
      title: 'No open incident',
      reason: 'INC-7',
      condition: 'no-open-incident',
      link: 'https://example.com',
    });
    // Nobody knows when it ends.
    expect(decision.until).toBeUndefined();
    expect(decision.nextOpen).toBe(verdict === 'open' ? AT : undefined);
  });

  it('that is unknown leaves closed what something else closes', () => {
    const conditions = [condition({ outcome: 'unknown' })];
    const calendars = [calendarOf(freeze)];
    expect(ask({ calendars, conditions })).toMatchObject({
      verdict: 'closed',
      until: '2026-11-20T12:00:00Z',
    });
    const closed = Environments.create([
      { name: 'production', default: 'closed' },
    ]);
    expect(ask({ environments: closed, conditions }).verdict).toBe('closed');
    expect(
      ask({
        conditions: [
          ...conditions,
          condition({ id: 'other', outcome: 'fail' }),
        ],
      }).verdict,
    ).toBe('closed');
  });

  it('that fails closes the gate although a calendar could not be read', () => {
    const lost: Calendar = {
      id: 'company',
      title: 'Company',
      level: 'organization',
      version: '',
      error: 'away',
    };
    expect(
      ask({
        calendars: [lost],
        conditions: [condition({ outcome: 'fail' })],
      }).verdict,
    ).toBe('closed');
  });

  it('has an end, after which what it says is next counts', () => {
    const until = '2026-11-20T09:00:00Z';
    const waiting = condition({ outcome: 'fail', until, then: 'pass' });
    expect(ask({ conditions: [waiting] })).toMatchObject({
      verdict: 'closed',
      until,
      nextOpen: until,
      reasons: [{ kind: 'condition', until }, { kind: 'default' }],
    });
    // The freeze lasts longer than the condition.
    expect(
      ask({ conditions: [waiting], calendars: [calendarOf(freeze)] }),
    ).toMatchObject({
      until: '2026-11-20T12:00:00Z',
      nextOpen: '2026-11-20T12:00:00Z',
    });
    const ending = ask({ conditions: [condition({ until, then: 'fail' })] });
    expect(ending).toMatchObject({ verdict: 'open', until });
  });

  it('is unknown after its end unless it says what is next', () => {
    const until = '2026-11-20T09:00:00Z';
    const failing = ask({
      conditions: [condition({ outcome: 'fail', until })],
    });
    expect(failing).toMatchObject({ verdict: 'closed', until });
    expect(failing.nextOpen).toBeUndefined();
    expect(ask({ conditions: [condition({ until })] })).toMatchObject({
      verdict: 'open',
      until,
    });
    const afterwards = ask({
      conditions: [condition({ until, reason: 'All green' })],
      at: '2026-11-20T09:00:00Z',
    });
    expect(afterwards.verdict).toBe('unknown');
    expect(afterwards.reasons[0]).not.toHaveProperty('reason');
  });

  it('lets nothing pass when its end is no instant', () => {
    const until = 'tomorrow';
    const verdict = (more: Partial<EvaluatedCondition>) =>
      ask({ conditions: [condition({ until, then: 'pass', ...more })] })
        .verdict;
    expect(verdict({ outcome: 'pass' })).toBe('unknown');
    expect(verdict({ outcome: 'fail' })).toBe('closed');
  });

  it('holds a rollback only if it names it', () => {
    const verdict = (changes?: ChangeKind[]) =>
      ask({
        change: 'rollback',
        conditions: [condition({ outcome: 'fail', changes })],
      });
    expect(verdict()).toMatchObject({
      verdict: 'open',
      reasons: [{ kind: 'default' }],
    });
    expect(verdict(['deploy'])).toMatchObject({ verdict: 'open' });
    expect(verdict(['rollback'])).toMatchObject({ verdict: 'closed' });
    expect(
      ask({
        change: 'scale',
        conditions: [condition({ outcome: 'fail', changes: ['deploy'] })],
      }).verdict,
    ).toBe('open');
  });
});

describe('an override', () => {
  it('in force opens what a window closes, until it ends or nothing is closed', () => {
    const calendars = [calendarOf(freeze)];
    expect(ask({ calendars, overrides: [override()] })).toMatchObject({
      verdict: 'open',
      until: '2026-11-20T10:00:00Z',
      nextOpen: AT,
      reasons: [
        {
          kind: 'override',
          verdict: 'open',
          title: 'Override by user:default/ada',
          reason: 'Checkout is down',
          override: 'fix-checkout',
          by: 'user:default/ada',
          ticket: 'INC-7',
          active: true,
          from: '2026-11-20T07:30:00Z',
          until: '2026-11-20T10:00:00Z',
        },
        { kind: 'window', verdict: 'closed', active: true },
        { kind: 'default' },
      ],
    });
    // It outlasts the freeze, so nothing changes.
    expect(
      ask({
        calendars,
        overrides: [override({ until: '2026-11-20T14:00:00Z' })],
      }),
    ).not.toHaveProperty('until');
  });

  it('opens what a condition closes and what is not known', () => {
    const lost: Calendar = {
      id: 'company',
      title: 'Company',
      level: 'organization',
      version: '',
      error: 'away',
    };
    const overrides = [override()];
    const failing = [condition({ outcome: 'fail' })];
    expect(ask({ overrides, conditions: failing })).toMatchObject({
      verdict: 'open',
      until: '2026-11-20T10:00:00Z',
    });
    expect(ask({ overrides, calendars: [lost] })).toMatchObject({
      verdict: 'open',
      until: '2026-11-20T10:00:00Z',
    });
  });

  it('that lies ahead is the next opening', () => {
    const overrides = [override({ from: '2026-11-20T09:00:00Z' })];
    expect(ask({ calendars: [calendarOf(freeze)], overrides })).toMatchObject({
      verdict: 'closed',
      until: '2026-11-20T09:00:00Z',
      nextOpen: '2026-11-20T09:00:00Z',
      reasons: [
        { kind: 'window' },
        { kind: 'default' },
        { kind: 'override', active: false },
      ],
    });
    expect(
      ask({ conditions: [condition({ outcome: 'fail' })], overrides }).nextOpen,
    ).toBe('2026-11-20T09:00:00Z');
  });

  it('joins with the next one where they touch', () => {
    const overrides = [
      override(),
      override({
        id: 'longer',
        from: '2026-11-20T10:00:00Z',
        until: '2026-11-20T11:00:00Z',
      }),
    ];
    expect(ask({ calendars: [calendarOf(freeze)], overrides }).until).toBe(
      '2026-11-20T11:00:00Z',
    );
  });

  it('knows its environments by every name that they have', () => {
    const environments = Environments.create([
      { name: 'production', aliases: ['prod'] },
      { name: 'staging' },
    ]);
    const verdict = (environment: string, named: string) =>
      ask({
        calendars: [calendarOf(freeze)],
        environments,
        environment,
        overrides: [override({ environments: [named] })],
      }).verdict;
    expect(verdict('production', ' PROD ')).toBe('open');
    expect(verdict('Prod', 'production')).toBe('open');
    expect(verdict('staging', 'production')).toBe('closed');
    expect(verdict('staging', '*')).toBe('closed');
  });

  it.each(ARTIFACTS)(
    'for an artifact, asked about one %s',
    (_, bound, artifact, opens) => {
      const { verdict, reasons } = ask({
        calendars: [calendarOf(freeze)],
        overrides: [override({ artifact: bound })],
        artifact,
      });
      const [said] = reasons.filter(
        ({ kind }) => kind === 'override' || kind === 'notice',
      );
      expect([verdict, said]).toMatchObject(
        opens
          ? ['open', { kind: 'override', artifact: bound }]
          : [
              'closed',
              {
                kind: 'notice',
                title:
                  'An override for another artifact is in force until 2026-11-20T10:00:00Z',
                reason: `Override by user:default/ada for ${artifactText(
                  bound,
                )}. Ask with this artifact.`,
              },
            ],
      );
    },
  );

  it('never opens an environment that nobody knows', () => {
    const overrides = [override({ environments: ['produciton'] })];
    const decision = ask({ environment: 'produciton', overrides });
    expect(decision.verdict).toBe('unknown');
    expect(decision.nextOpen).toBeUndefined();
  });

  it.each([
    ['without an end', { until: undefined as unknown as string }],
    ['that ends before it begins', { until: '2026-11-20T07:00:00Z' }],
    ['with ends that are no instants', { from: 'now', until: 'later' }],
    ['that is over', { until: AT }],
  ])('%s is not in force', (_, more) => {
    const decision = ask({
      calendars: [calendarOf(freeze)],
      overrides: [override(more)],
    });
    expect(decision.verdict).toBe('closed');
    expect(decision.reasons.map(({ kind }) => kind)).not.toContain('override');
  });
});

describe('whatever the calendars, conditions and overrides', () => {
  const iso = (instant: number) => new Date(instant).toISOString();
  const situation = fc
    .tuple(anyCalendars, anyInstant)
    .chain(([calendars, at]) =>
      fc.record({
        calendars: fc.constant(calendars),
        at: fc.constant(at),
        conditions: anyConditions(at),
        overrides: anyOverrides(at, 'production'),
        /** Where to look between now and the next change. */
        fractions: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: 6,
          maxLength: 6,
        }),
      }),
    );
  const runs = { numRuns: 60 };
  const anyArtifact = fc.record({ version: fc.constantFrom('1', '2') });
  const HORIZON = DECISION_HORIZON_DAYS * 86_400_000;
  /** Where a decision that names no change stops saying anything. */
  const searchedUntil = (decision: GateDecision, at: number) =>
    decision.searchedUntil ? Date.parse(decision.searchedUntil) : at + HORIZON;

  it('changes its verdict at until and not before', () => {
    fc.assert(
      fc.property(situation, ({ at, fractions, ...input }) => {
        const verdictAt = (instant: number) =>
          ask({ ...input, at: iso(instant) }).verdict;
        const decision = ask({ ...input, at: iso(at) });
        const { verdict, until } = decision;
        const end = until ? Date.parse(until) : searchedUntil(decision, at);
        expect(end).toBeGreaterThan(at);
        expect(until && verdictAt(end)).not.toBe(verdict);
        const ends = [
          ...input.overrides.flatMap(each => [each.from, each.until]),
          ...input.conditions.flatMap(each => each.until ?? []),
        ].map(each => Date.parse(each));
        const between = [
          ...fractions.map(fraction => at + Math.floor((end - at) * fraction)),
          ...ends.flatMap(instant => [instant - 1, instant]),
          end - 1,
        ].filter(instant => instant >= at && instant < end);
        for (const instant of between) {
          expect(verdictAt(instant)).toBe(verdict);
        }
      }),
      runs,
    );
  });

  it('is open at nextOpen and not before', () => {
    fc.assert(
      fc.property(situation, ({ at, fractions, ...input }) => {
        const verdictAt = (instant: number) =>
          ask({ ...input, at: iso(instant) }).verdict;
        const decision = ask({ ...input, at: iso(at) });
        const { nextOpen } = decision;
        expect(nextOpen === decision.at).toBe(decision.verdict === 'open');
        fc.pre(decision.verdict !== 'open');
        const end = nextOpen
          ? Date.parse(nextOpen)
          : searchedUntil(decision, at);
        expect(nextOpen ? verdictAt(end) : 'open').toBe('open');
        const between = [
          ...fractions.map(fraction => at + Math.floor((end - at) * fraction)),
          ...input.overrides.map(({ from }) => Date.parse(from)),
          end - 1,
        ].filter(instant => instant >= at && instant < end);
        for (const instant of between) {
          expect(verdictAt(instant)).not.toBe('open');
        }
      }),
      runs,
    );
  });

  it('gives the same bytes in any order', () => {
    fc.assert(
      fc.property(
        situation.chain(input =>
          fc.record({
            input: fc.constant(input),
            conditions: shuffled(input.conditions),
            overrides: shuffled(input.overrides),
            calendars: shuffled(input.calendars),
          }),
        ),
        ({ input: { fractions, ...input }, ...other }) => {
          const at = iso(input.at);
          expect(JSON.stringify(ask({ ...input, ...other, at }))).toBe(
            JSON.stringify(ask({ ...input, at })),
          );
        },
      ),
      runs,
    );
  });

  it('differs by an override only between its ends, and in its environment and for its artifact', () => {
    const known = Environments.create([
      { name: 'production' },
      { name: 'staging' },
    ]);
    fc.assert(
      fc.property(
        situation.chain(input =>
          fc.record({
            input: fc.constant(input),
            environment: fc.constantFrom('production', 'staging', 'produciton'),
            bound: fc.option(anyArtifact, { nil: undefined }),
            artifact: fc.option(anyArtifact, { nil: undefined }),
            at: fc.constantFrom(
              input.at,
              ...input.overrides
                .flatMap(({ from, until }) => [from, until])
                .flatMap(each => [Date.parse(each) - 1, Date.parse(each)]),
            ),
          }),
        ),
        ({ input, environment, bound, artifact, at }) => {
          const { calendars, conditions } = input;
          const overrides = input.overrides.map(each => ({
            ...each,
            environments: ['production', 'produciton'],
            ...(bound && { artifact: bound }),
          }));
          const common = {
            ...{ calendars, conditions, environment, artifact, at: iso(at) },
            environments: known,
          };
          const inForce =
            environment === 'production' &&
            (!bound || (artifact && bound.version === artifact.version)) &&
            overrides.some(
              ({ from, until }) =>
                Date.parse(from) <= at && at < Date.parse(until),
            );
          const { verdict } = ask({ ...common, overrides });
          expect(verdict).toBe(inForce ? 'open' : ask(common).verdict);
          expect(environment === 'produciton' && verdict).not.toBe('open');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never opened by another deny window or by a condition', () => {
    fc.assert(
      fc.property(
        situation,
        anyCalendars,
        fc.boolean(),
        ({ at, calendars, conditions }, more, withCondition) => {
          const denies = more.map((calendar, index) => ({
            ...calendar,
            id: `more-${index}`,
            windows: ('windows' in calendar ? calendar.windows : []).map(
              window => ({ ...window, effect: 'deny' as const }),
            ),
          }));
          const before = ask({ calendars, at: iso(at) }).verdict;
          const after = ask({
            calendars: [...calendars, ...denies],
            conditions: withCondition ? conditions : [],
            at: iso(at),
          }).verdict;
          fc.pre(before !== 'open');
          expect(after).not.toBe('open');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is never open while a condition fails, unless an override is in force', () => {
    fc.assert(
      fc.property(situation, ({ at, calendars, conditions, overrides }) => {
        const failing = [...conditions, condition({ outcome: 'fail' })];
        const input = { calendars, conditions: failing, at: iso(at) };
        expect(ask(input).verdict).toBe('closed');
        const inForce = overrides.some(
          ({ from, until }) => Date.parse(from) <= at && at < Date.parse(until),
        );
        expect(ask({ ...input, overrides }).verdict).toBe(
          inForce ? 'open' : 'closed',
        );
      }),
      runs,
    );
  });
});

function shuffled<T>(items: T[]) {
  return fc.shuffledSubarray(items, { minLength: items.length });
}
