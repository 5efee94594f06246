import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readEnvironments } from './config';

const read = (handover: JsonObject) => {
  const logger = mockServices.logger.mock();
  const config = mockServices.rootConfig({ data: { handover } });
  const environments = readEnvironments({ config, logger });
  const of = (name: string) => {
    const environment = environments.resolve(name);
    return { ...environment, ...environments.settingsOf(environment) };
  };
  return {
    environments,
    of,
    warnings: logger.warn.mock.calls.map(([message]) => message),
  };
};

it('knows production where nothing is configured', () => {
  const { environments, of, warnings } = read({});
  expect(of('Prod')).toMatchObject({
    name: 'production',
    known: true,
    default: 'open',
    unknown: 'block',
  });
  expect(of('live').known).toBe(false);
  expect(environments.assumed).toEqual(['production']);
  expect(warnings).toEqual([]);
});

it('reads handover.environments', () => {
  const { environments, of, warnings } = read({
    environments: [
      { name: 'development', unknown: 'pass' },
      { name: 'production', aliases: ['live'], default: 'closed' },
    ],
  });
  expect(of('LIVE')).toMatchObject({ name: 'production', default: 'closed' });
  expect(of('development')).toMatchObject({ unknown: 'pass' });
  expect(of('prod').known).toBe(false);
  expect(environments.assumed).toEqual(['development', 'production']);
  expect(warnings).toEqual([]);
});

it('says where handover.environments is wrong', () => {
  expect(() =>
    read({ environments: [{ name: 'live', prodction: true }] }),
  ).toThrow(
    "Invalid value at 'handover.environments[0].prodction': unknown key, did you mean 'production'?",
  );
  expect(() =>
    read({
      environments: [{ name: 'live', requires: { freshHandovr: true } }],
    }),
  ).toThrow(
    "Invalid value at 'handover.environments[0].requires.freshHandovr': unknown key, did you mean 'freshHandover'?",
  );
});

describe('the former keys', () => {
  it('keep their meaning, and say what to write instead', () => {
    const { environments, of, warnings } = read({
      gate: {
        defaults: [
          { environment: 'prod*', verdict: 'closed' },
          { environment: 'prod-test', verdict: 'open' },
        ],
        environments: ['staging', 'Prod'],
      },
      delivery: { production: ['stable', 'live'] },
    });
    expect(environments.distinct(environments.assumed)).toEqual([
      'staging',
      'production',
    ]);
    expect(of('production')).toMatchObject({ known: true, default: 'closed' });
    expect(of('PROD-TEST')).toMatchObject({ known: true, default: 'open' });
    expect(of('staging')).toMatchObject({ known: true, default: 'open' });
    expect(environments.productionAmong(['production', 'Live'])).toBe('Live');
    expect(warnings).toEqual([
      "The configuration key 'handover.gate.defaults' is deprecated: use 'default' of an entry in 'handover.environments' instead",
      "The configuration key 'handover.gate.environments' is deprecated: use 'handover.environments', in the order of promotion instead",
      "The configuration key 'handover.delivery.production' is deprecated: use 'production: true' of an entry in 'handover.environments' instead",
    ]);
  });

  it('close an environment in every spelling', () => {
    const { of } = read({
      gate: { defaults: [{ environment: 'production', verdict: 'closed' }] },
    });
    for (const name of ['production', 'Production', ' PROD ']) {
      expect(of(name)).toMatchObject({ known: true, default: 'closed' });
    }
  });

  it('tell prod from production if both are listed', () => {
    const { environments } = read({
      gate: { environments: ['prod', 'production'] },
    });
    expect(environments.isSame('prod', 'production')).toBe(false);
    expect(environments.isSame('prd', 'production')).toBe(true);
  });

  it.each([
    [
      { gate: { defaults: [{ environment: 'a', verdict: 'clsoed' }] } },
      "at 'handover.gate.defaults[0].verdict': must be 'open' or 'closed', not 'clsoed'",
    ],
    [
      {
        gate: {
          defaults: [
            { environment: 'Prod', verdict: 'closed' },
            { environment: 'production', verdict: 'open' },
          ],
        },
      },
      "at 'handover.gate.defaults[1]': 'production' is the environment 'production', which is 'closed'",
    ],
    [
      { gate: { defaults: [{ environment: '[p]rod', verdict: 'closed' }] } },
      "'[' at character 1 of '[p]rod'",
    ],
    [
      { gate: { environments: [] } },
      "at 'handover.gate.environments': must not be empty",
    ],
    [
      { environments: [{ name: 'a' }], delivery: { production: ['a'] } },
      "'handover.delivery.production' cannot be configured together with 'handover.environments'",
    ],
  ])('refuse %j', (handover, message) => {
    expect(() => read(handover)).toThrow(message);
  });
});
