import fc from 'fast-check';
import { type EnvironmentDefinition } from '../environments/definitions';
import { Environments } from '../environments/Environments';
import { environmentKey } from '../environments/key';
import { anyCalendars, anyInstant } from './__testUtils__/arbitraries';
import { decide } from './decide';
import { entityEnvironments } from './environments';
import { expandOccurrences } from './expand';
import type { HandoverWindow } from './schema';
import type { Calendar, DecideInput } from './types';

const freeze = (environments: string[] | undefined): HandoverWindow => ({
  id: 'freeze',
  title: 'Month-end freeze',
  effect: 'deny',
  ...(environments && { environments }),
  schedule: {
    start: '2026-11-01',
    end: '2027-01-31',
    timeZone: 'Europe/Berlin',
  },
});

const calendarOf = (...windows: HandoverWindow[]): Calendar => ({
  id: 'component:default/orders',
  title: 'Orders',
  level: 'entity',
  version: '1',
  windows,
});

const ask = (
  environment: string,
  input: Partial<DecideInput> & { windows?: HandoverWindow[] } = {},
) => {
  const { windows = [], ...rest } = input;
  return decide({
    calendars: [calendarOf(...windows)],
    environment,
    at: '2026-12-01T12:00:00Z',
    ...rest,
  });
};

describe('an environment that is asked for', () => {
  it.each([
    'production',
    'Production',
    'PRODUCTION',
    ' production',
    'Prod',
    'prd',
  ])('is production when it is called %j', environment => {
    for (const name of ['production', 'Production ', 'prod', 'P*d']) {
      expect(ask(environment, { windows: [freeze([name])] })).toMatchObject({
        verdict: 'closed',
        environment: 'production',
        reasons: [
          { kind: 'window', window: 'freeze', active: true },
          { kind: 'default' },
        ],
      });
    }
  });

  it('gets the default of the environment that it means', () => {
    const environments = Environments.create([
      { name: 'production', aliases: ['prod'], default: 'closed' },
    ]);
    for (const environment of ['production', 'Production', 'PROD']) {
      expect(ask(environment, { environments }).verdict).toBe('closed');
    }
  });

  it('is unknown and names the nearest when nobody knows it', () => {
    const decision = ask('produciton', { windows: [freeze(['production'])] });
    expect(decision).toEqual({
      verdict: 'unknown',
      environment: 'produciton',
      onUnknown: 'block',
      change: 'deploy',
      at: '2026-12-01T12:00:00Z',
      calendars: [{ id: 'component:default/orders', version: '1' }],
      reasons: [
        {
          kind: 'environment',
          verdict: 'unknown',
          title: "No environment 'produciton' is known",
          reason: "Did you mean 'production'?",
          suggestion: 'production',
        },
      ],
    });
    expect(ask('mainframe').reasons).toMatchObject([
      { kind: 'environment', reason: 'Known environments: production' },
    ]);
  });

  it('is unknown or closed, never open, when only a pattern matches it', () => {
    for (const name of ['prod*', '*', 'p?oduc*']) {
      const windows = [freeze([name])];
      expect(ask('produciton', { windows }).verdict).toBe('closed');
      const later = { windows, at: '2027-06-01T00:00:00Z' };
      expect(ask('produciton', later).verdict).toBe('unknown');
      const allow = [{ ...freeze([name]), effect: 'allow' as const }];
      expect(ask('produciton', { windows: allow }).verdict).toBe('unknown');
    }
    expect(ask('produciton', { windows: [freeze(undefined)] }).verdict).toBe(
      'closed',
    );
  });

  it('is known when it is documented, or named by a window', () => {
    const environments = Environments.builtIn().with(['Beta']);
    expect(ask('BETA', { environments })).toMatchObject({
      verdict: 'open',
      environment: 'Beta',
    });
    const windows = [freeze(['Canary'])];
    expect(ask('canary', { windows })).toMatchObject({
      verdict: 'closed',
      environment: 'Canary',
    });
  });

  it('lets an unknown verdict pass only where that is configured', () => {
    const environments = Environments.create([
      { name: 'development', unknown: 'pass' },
      { name: 'production' },
      { name: '*', unknown: 'pass' },
    ]);
    const lost: Calendar = {
      id: 'company',
      title: 'Company',
      level: 'organization',
      version: '',
      error: 'connect ETIMEDOUT',
    };
    const onUnknown = (environment: string) =>
      ask(environment, { environments, calendars: [lost] }).onUnknown;
    expect(onUnknown('development')).toBe('pass');
    expect(onUnknown('production')).toBe('pass');
    expect(onUnknown('produciton')).toBe('block');
    expect(ask('development', { environments })).not.toHaveProperty(
      'onUnknown',
    );
  });
});

describe('a window whose environments cannot be read', () => {
  it.each(['[p]roduction', '{staging,production}', '!staging', 'staging,prod'])(
    'makes the verdict unknown for %s',
    pattern => {
      const decision = ask('production', { windows: [freeze([pattern])] });
      expect(decision.verdict).toBe('unknown');
      expect(decision.reasons).toMatchObject([
        {
          kind: 'calendar',
          window: 'freeze',
          reason: expect.stringMatching(
            /^environments\[0\]: '.' at character \d+ of '.*' is not allowed/,
          ),
        },
      ]);
    },
  );

  it('still holds where another of its names matches', () => {
    const windows = [freeze(['[p]roduction', 'staging'])];
    expect(ask('staging', { windows }).verdict).toBe('closed');
    expect(ask('production', { windows }).verdict).toBe('unknown');
  });
});

describe('the environments of an entity', () => {
  it('are there once, whatever they are called', () => {
    expect(
      entityEnvironments(Environments.builtIn(), {
        documented: [{ name: 'Staging' }, {}, { name: 'Prod' }],
        windows: [freeze(['production', 'STAGING', 'qa', 'pre*', '[x]'])],
      }),
    ).toEqual(['Staging', 'production', 'qa']);
  });
});

describe('occurrences of one environment', () => {
  const expand = (environment: string, ...windows: HandoverWindow[]) =>
    expandOccurrences([calendarOf(...windows)], {
      from: '2026-11-01T00:00:00Z',
      to: '2027-02-01T00:00:00Z',
      environment,
    });

  it('are those of its windows, by any of its names', () => {
    const windows = [freeze(['Production']), freeze(['staging'])];
    expect(expand('PROD', ...windows).items).toMatchObject([
      { environments: ['Production'] },
    ]);
  });

  it('are refused for an environment that nobody knows', () => {
    expect(() => expand('produciton', freeze(['prod*']))).toThrow(
      "No environment 'produciton' is known, did you mean 'production'?",
    );
  });

  it('name a window whose environments cannot be read', () => {
    expect(expand('production', freeze(['[p]rod'])).problems).toEqual([
      {
        calendar: 'component:default/orders',
        window: 'freeze',
        message: expect.stringContaining("environments[0]: '['"),
      },
    ]);
  });
});

describe('whatever is configured, documented and used', () => {
  const word = fc.constantFrom(
    'production',
    'prod',
    'live',
    'staging',
    'Stage',
    'beta',
    'straße',
    'test',
  );
  const anyDefinitions = fc
    .uniqueArray(word, { maxLength: 8, selector: environmentKey })
    .chain(words =>
      fc
        .array(
          fc.record({
            aliasCount: fc.integer({ min: 0, max: 2 }),
            default: fc.constantFrom('open', 'closed', undefined),
            unknown: fc.constantFrom('pass', 'block', undefined),
          }),
          { minLength: 8, maxLength: 8 },
        )
        .map(settings => {
          const left = [...words];
          const definitions: EnvironmentDefinition[] = [];
          for (const { aliasCount, ...own } of settings) {
            const name = left.shift();
            if (name !== undefined) {
              const aliases = left.splice(0, aliasCount);
              definitions.push({ name, aliases, ...own });
            }
          }
          return definitions;
        }),
    );
  /** The same name, typed otherwise. */
  const respelled = (name: string) =>
    fc
      .tuple(
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.constantFrom('', ' ', '\t'),
        fc.constantFrom('', ' ', '\u00a0'),
      )
      .map(
        ([upper, before, after]) =>
          before +
          [...name]
            .map((letter, index) =>
              upper[index] ? letter.toUpperCase() : letter.toLowerCase(),
            )
            .join('') +
          after,
      );
  const anyPattern = fc.oneof(
    word.chain(respelled),
    fc.constantFrom('*', 'prod*', 'P?o*', '?eta', '[p]rod', '!beta', '{a,b}'),
  );
  const anySituation = fc
    .record({
      definitions: anyDefinitions,
      documented: fc.array(word.chain(respelled), { maxLength: 3 }),
      calendars: anyCalendars,
      lists: fc.array(
        fc.option(fc.array(anyPattern, { minLength: 1, maxLength: 3 }), {
          nil: undefined,
        }),
        { minLength: 9, maxLength: 9 },
      ),
      instant: anyInstant,
    })
    .map(({ definitions, documented, calendars, lists, instant }) => {
      let next = 0;
      return {
        environments: Environments.create(definitions).with(documented),
        calendars: calendars.map(calendar =>
          'windows' in calendar
            ? {
                ...calendar,
                windows: calendar.windows.map(window => {
                  const environments = lists[next++];
                  return environments ? { ...window, environments } : window;
                }),
              }
            : calendar,
        ),
        at: new Date(instant).toISOString(),
      };
    });

  it('gives every spelling of an environment the same bytes', () => {
    fc.assert(
      fc.property(
        anySituation.chain(situation => {
          const { environments } = situation;
          const known = environments.names.flatMap(name => [
            ...environments.resolve(name).keys,
          ]);
          const name = fc.constantFrom(...known, 'production');
          return fc.tuple(
            fc.constant(situation),
            name,
            name.chain(each => respelled(each)),
          );
        }),
        ([situation, name, spelling]) => {
          fc.pre(situation.environments.isSame(name, spelling));
          fc.pre(situation.environments.resolve(name).known);
          expect(
            JSON.stringify(decide({ ...situation, environment: spelling })),
          ).toBe(JSON.stringify(decide({ ...situation, environment: name })));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never opens the gate of a name that is not known', () => {
    const edited = fc
      .tuple(
        word.chain(respelled),
        fc.nat({ max: 10 }),
        fc.constantFrom('', 'x', '-', '*', '\u200b', 'о'),
      )
      .map(([name, place, letter]) =>
        [...name].toSpliced(place, 1, letter).join(''),
      );
    fc.assert(
      fc.property(
        anySituation,
        fc.oneof(edited, word, fc.string({ unit: 'binary' })),
        (situation, environment) => {
          const used = situation.calendars.flatMap(calendar =>
            'windows' in calendar
              ? calendar.windows.flatMap(window => window.environments ?? [])
              : [],
          );
          fc.pre(
            !situation.environments.resolve(environment).known &&
              !used.some(
                each => environmentKey(each) === environmentKey(environment),
              ),
          );
          const decision = decide({ ...situation, environment });
          expect(decision.verdict).not.toBe('open');
          expect(decision.onUnknown).not.toBe('pass');
          expect(decision).not.toHaveProperty('nextOpen');
          expect(decision.reasons).toContainEqual(
            expect.objectContaining({ kind: 'environment' }),
          );
        },
      ),
      { numRuns: 120 },
    );
  });

  it('closes the gate of every name, known or not, while a deny window holds everywhere', () => {
    fc.assert(
      fc.property(
        anySituation,
        fc.oneof(word.chain(respelled), fc.string()),
        ({ environments, calendars }, environment) => {
          expect(
            decide({
              environments,
              calendars: [...calendars, calendarOf(freeze(undefined))],
              environment,
              at: '2026-12-01T12:00:00Z',
            }).verdict,
          ).toBe('closed');
        },
      ),
      { numRuns: 100 },
    );
  });
});
