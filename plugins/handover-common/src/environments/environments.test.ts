import fc from 'fast-check';
import { Environments } from './Environments';
import { environmentKey } from './key';
import { EnvironmentPattern } from './pattern';

const company = Environments.create([
  { name: 'development', aliases: ['dev'], unknown: 'pass' },
  { name: 'Pre Production', aliases: ['preprod'] },
  {
    name: 'production',
    aliases: ['prod', 'live'],
    production: true,
    default: 'closed',
  },
  { name: 'prod-*', production: true, default: 'closed' },
  { name: '*', unknown: 'pass' },
]);

describe('the key of a name', () => {
  it.each([
    ['production', ' Production\t'],
    ['production', 'PRODUCTION'],
    ['production', '\u00a0production\ufeff'],
    ['prod', 'ｐｒｏｄ'],
    ['straße', 'STRASSE'],
    ['ΠΑΡΑΓΩΓΗΣ', 'παραγωγης'],
    ['kiosk', '\u212aIOS\u212a'],
    ['café', 'cafe\u0301'],
  ])('is the same for %j and %j', (a, b) => {
    expect(environmentKey(a)).toBe(environmentKey(b));
  });

  it.each([
    ['production', 'produciton'],
    ['prod-eu', 'prod_eu'],
    ['prod', 'pr\u043ed'], // a Cyrillic letter
    ['live', 'l\u0130ve'], // a dotted capital I
  ])('differs for %j and %j', (a, b) => {
    expect(environmentKey(a)).not.toBe(environmentKey(b));
  });

  it('is its own key, and that of its upper and lower case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), name => {
        const key = environmentKey(name);
        expect(environmentKey(key)).toBe(key);
        expect(environmentKey(` ${name}\n`)).toBe(key);
        expect(environmentKey(key.toUpperCase())).toBe(key);
        expect(environmentKey(name.normalize('NFD'))).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a pattern', () => {
  const matches = (pattern: string, name: string) =>
    EnvironmentPattern.parse(pattern).matches(environmentKey(name));

  it.each([
    ['prod*', 'Production', true],
    ['PROD-??', 'prod-eu', true],
    ['prod-??', 'prod-e', false],
    ['*', 'anything', true],
    ['*eu*1', 'prod-eu-1', true],
    ['*eu*1', 'prod-eu-2', false],
    ['production', 'prod', false],
    ['pro?', 'pro😀', true],
    ['eu.prod', 'euxprod', false],
    ['prod (eu)', 'Prod (EU)', true],
  ])('%j matches %j: %j', (pattern, name, expected) => {
    expect(matches(pattern, name)).toBe(expected);
  });

  it.each([
    ['[p]roduction', '[', 1],
    ['{staging,production}', '{', 1],
    ['!staging', '!', 1],
    ['prod\\*', '\\', 5],
    ['staging|production', '|', 8],
    ['staging, production', ',', 8],
    ['prod}', '}', 5],
    ['^prod', '^', 1],
    ['@(a)', '(', 2],
    ['prod［eu', '［', 5],
  ])('refuses %j, and says where', (pattern, character, position) => {
    expect(() => EnvironmentPattern.parse(pattern)).toThrow(
      expect.objectContaining({
        position,
        message: expect.stringContaining(
          `'${character}' at character ${position} of '${pattern}' is not allowed`,
        ),
      }),
    );
  });

  it.each([' ', '\ufeff', 'x'.repeat(301)])('refuses %j', pattern => {
    expect(() => EnvironmentPattern.parse(pattern)).toThrow();
  });

  it('agrees with the regular expression that means the same', () => {
    const letters = (...units: string[]) =>
      fc.string({
        unit: fc.constantFrom(...units),
        minLength: 1,
        maxLength: 9,
      });
    fc.assert(
      fc.property(
        letters('a', 'b', '*', '?'),
        letters('a', 'b', 'c'),
        (pattern, name) => {
          const source = pattern.replaceAll('*', '.*').replaceAll('?', '.');
          expect(matches(pattern, name)).toBe(
            new RegExp(`^${source}$`).test(name),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is compared quickly even if a regular expression would backtrack', () => {
    const name = 'a'.repeat(300);
    expect(matches('a*'.repeat(150), name)).toBe(true);
    expect(matches(`${'a*'.repeat(149)}b`, name)).toBe(false);
  });
});

describe('what a name means', () => {
  it('is the same for every spelling and alias', () => {
    for (const name of ['production', ' PROD ', 'Live']) {
      expect(company.resolve(name)).toEqual({
        name: 'production',
        keys: ['production', 'prod', 'live'],
        known: true,
      });
    }
    expect(company.isSame('Prod', 'LIVE')).toBe(true);
    expect(company.isSame('prod', 'preprod')).toBe(false);
  });

  it('is unknown for a name that only a pattern matches', () => {
    expect(company.resolve('prod-ue').known).toBe(false);
    expect(company.with(['prod-eu']).resolve('PROD-EU')).toMatchObject({
      known: true,
      name: 'prod-eu',
    });
  });

  it('stays that of the configured environment when a document declares it', () => {
    const declared = company.with(['Prod', 'qa', 'QA ', ' ']);
    expect(declared.names).toEqual([
      'development',
      'Pre Production',
      'production',
      'qa',
    ]);
    expect(declared.distinct(['prod', 'qa', 'production', 'QA'])).toEqual([
      'production',
      'qa',
    ]);
  });

  it.each([
    ['produciton', 'production'],
    ['prdo', 'production'],
    ['develpoment', 'development'],
    ['mainframe', undefined],
  ])('suggests for %s: %s', (name, expected) => {
    expect(company.nearest(name)).toBe(expected);
  });
});

describe('settings', () => {
  it('come from the definition, else the first pattern that matches', () => {
    const environments = company.with(['prod-eu', 'qa']);
    const of = (name: string) =>
      environments.settingsOf(environments.resolve(name));
    expect(of('prod')).toEqual({ default: 'closed', unknown: 'pass' });
    expect(of('prod-eu')).toEqual({ default: 'closed', unknown: 'pass' });
    expect(of('qa')).toEqual({ default: 'open', unknown: 'pass' });
  });

  it('block what is unknown unless configured, and always in an unknown environment', () => {
    const builtIn = Environments.builtIn();
    expect(builtIn.settingsOf(builtIn.resolve('production'))).toEqual({
      default: 'open',
      unknown: 'block',
    });
    expect(company.settingsOf(company.resolve('produciton')).unknown).toBe(
      'block',
    );
  });

  it('say which environment counts as production', () => {
    const environments = company.with(['prod-eu', 'stable']);
    expect(environments.productionAmong(['dev', 'prod-eu', 'PROD'])).toBe(
      'production',
    );
    expect(environments.productionAmong(['dev', 'prod-eu'])).toBe('prod-eu');
    expect(environments.productionAmong(['dev', 'stable'])).toBeUndefined();
    const builtIn = Environments.builtIn();
    expect(builtIn.productionAmong(['live', 'stable'])).toBe('stable');
    expect(builtIn.productionAmong(['qa', 'Prod'])).toBe('production');
    expect(
      Environments.create([
        { name: 'live', production: false },
        { name: 'stable' },
      ]).productionAmong(['live']),
    ).toBeUndefined();
  });

  it('assume every configured environment, but no pattern', () => {
    expect(company.assumed).toEqual([
      'development',
      'Pre Production',
      'production',
    ]);
    expect(Environments.builtIn().assumed).toEqual(['production']);
  });
});

/** Values of `requires`, where each is wrong, and what is said about it. */
const REFUSED_REQUIREMENTS = (
  [
    [true, '', 'must be an object with requirements'],
    [{ freshHandovers: true }, '.freshHandovers', "'freshHandover'?"],
    [{ freshHandover: 1 }, '.freshHandover', 'must be true or false'],
    [{ lastRunPassed: 'main' }, '.lastRunPassed', 'true, false or a list'],
    [{ lastRunPassed: [] }, '.lastRunPassed', 'true, false or a list'],
    [{ scorecards: ['a'] }, '.scorecards[0]', 'with a name and a level'],
    [
      { scorecards: [{ name: 'a', levle: 'b' }] },
      '.scorecards[0].levle',
      "did you mean 'level'?",
    ],
    [
      { scorecards: [{ name: 'Is Ready', level: 'a' }] },
      '.scorecards[0].name',
      'must consist of lowercase letters, digits and hyphens',
    ],
    [
      {
        scorecards: [
          { name: 'a', level: 'b' },
          { name: 'a', level: 'c' },
        ],
      },
      '.scorecards[1].name',
      "'a' is already required at level 'b'",
    ],
  ] satisfies [unknown, string, string][]
).map(([requires, place, message]): [unknown, string, string] => [
  [{ name: 'a', requires }],
  `[0].requires${place}`,
  message,
]);

describe('a configured list', () => {
  const parse = (value: unknown) =>
    Environments.parse(value, 'handover.environments');

  it('may take its flags from variables, which are text', () => {
    expect(
      parse([
        { name: 'live' },
        { name: 'eu', production: 'true' },
      ]).productionAmong(['live', 'eu']),
    ).toBe('eu');
  });

  it.each([
    [[{ name: 'a' }, { name: 'A ' }], '[1].name', "already means 'a'"],
    [
      [
        { name: 'a', aliases: ['x'] },
        { name: 'b', aliases: ['X'] },
      ],
      '[1].aliases[0]',
      "'X' already means 'a' (handover.environments[0])",
    ],
    [
      [{ name: 'a', aliases: ['y', 'b'] }, { name: 'b' }],
      '[0].aliases[1]',
      "'b' already means 'b' (handover.environments[1])",
    ],
    [[{ name: 'a', aliases: ['b*'] }], '[0].aliases[0]', 'not be a pattern'],
    [
      [{ name: 'a*', aliases: ['b'] }],
      '[0].aliases[0]',
      'cannot have an alias',
    ],
    [[{ name: '[a]' }], '[0].name', "'[' at character 1"],
    [[{ name: 'a', aliases: ['{b}'] }], '[0].aliases[0]', "'{' at character 1"],
    [[{ name: ' ' }], '[0].name', 'must not be empty'],
    [[{ name: 7 }], '[0].name', 'must be text'],
    [[{}], '[0].name', 'is required'],
    [['production'], '[0]', 'must be an object with a name'],
    [[{ name: 'a', alias: ['b'] }], '[0].alias', "did you mean 'aliases'?"],
    [
      [{ name: 'a', colour: 'b' }],
      '[0].colour',
      'known keys are name, aliases',
    ],
    [[{ name: 'a', aliases: 'b' }], '[0].aliases', 'must be a list'],
    [
      [{ name: 'a', default: 'opne' }],
      '[0].default',
      "must be 'open' or 'closed', not 'opne'",
    ],
    [
      [{ name: 'a', unknown: 'fail' }],
      '[0].unknown',
      "must be 'pass' or 'block', not 'fail'",
    ],
    [[{ name: 'a', production: 'yes' }], '[0].production', 'true or false'],
    ...REFUSED_REQUIREMENTS,
    [[], '', 'must not be empty'],
    [{ production: {} }, '', 'must be a list'],
  ])('%j is refused at %s', (value, place, message) => {
    expect(() => parse(value)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(
          `Invalid value at 'handover.environments${place}': `,
        ),
      }),
    );
    expect(() => parse(value)).toThrow(message);
  });

  it('may repeat its own name among its aliases', () => {
    expect(parse([{ name: 'a', aliases: ['A', 'b', 'B'] }]).names).toEqual([
      'a',
    ]);
  });
});
