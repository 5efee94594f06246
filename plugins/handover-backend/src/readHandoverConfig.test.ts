import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readHandoverConfig } from './readHandoverConfig';

const read = (handover: object) =>
  readHandoverConfig({
    config: ConfigReader.fromConfigs([
      { context: 'app-config.yaml', data: { handover } as never },
      { context: 'app-config.local.yaml', data: {} },
    ]),
    logger: mockServices.logger.mock(),
  });

describe('readHandoverConfig', () => {
  it.each([
    [
      { documents: { refresh: { interval: 'abc' } } },
      /'abc' in config at 'handover\.documents\.refresh\.interval', .*not a valid duration.* \(in 'app-config\.yaml'\)$/i,
    ],
    [
      { documents: { refresh: { batchSize: 0 } } },
      /'handover\.documents\.refresh\.batchSize': must be a whole number from 1 to 1000, not 0 \(in 'app-config\.yaml'\)$/,
    ],
    [
      { documents: { discovery: 'siblings' } },
      /'handover\.documents\.discovery': must be 'annotation' or 'sibling', not 'siblings' \(in 'app-config\.yaml'\)$/,
    ],
    [
      { documents: { kinds: 'Component' } },
      /'handover\.documents\.kinds' in 'app-config\.yaml', got string, wanted string-array$/,
    ],
    [
      { environments: [{ name: 'production', default: 'shut' }] },
      /'handover\.environments\[0\]\.default': must be 'open' or 'closed', not 'shut' \(in 'app-config\.yaml'\)$/,
    ],
    [
      { gate: { timeout: { hours: 1 } } },
      /'handover\.gate\.timeout': must be longer than zero and at most one minute \(in 'app-config\.yaml'\)$/,
    ],
    [
      { delivery: { pull: { idleInterval: '1 minute' } } },
      /'handover\.delivery\.pull\.idleInterval': must not be shorter than .* \(in 'app-config\.yaml'\)$/,
    ],
    [
      { events: { retention: { dayz: 3 } } },
      /'handover\.events\.retention'.*'days'.* \(in 'app-config\.yaml'\)$/,
    ],
    [
      { links: { hosts: ['wiki.example.com', '*.com'] } },
      /'handover\.links\.hosts': '\*\.com' allows too much: .* \(in 'app-config\.yaml'\)$/,
    ],
    [
      { links: { pause: { minutes: 2 } } },
      /'handover\.links\.pause': must be from 0 to 60 seconds \(in 'app-config\.yaml'\)$/,
    ],
    [
      { kubernetes: { facts: { interval: { days: 2 } } } },
      /'handover\.kubernetes\.facts\.interval': must be from 1 to 86400 seconds \(in 'app-config\.yaml'\)$/,
    ],
    [
      { documents: { discoverry: 'sibling' } },
      /'handover\.documents\.discoverry' in 'app-config\.yaml', did you mean 'discovery'\?$/,
    ],
    [
      { gates: { timeout: '1 second' } },
      /'handover\.gates' in 'app-config\.yaml', did you mean 'gate'\?$/,
    ],
  ])(
    'refuses %j with the key, the reason and the file',
    (handover, message) => {
      expect(() => read(handover)).toThrow(message);
    },
  );

  it.each([
    [
      { calendars: { locations: ['https://a.example.com/b.yaml', 'b.yaml'] } },
      /'handover\.calendars\.locations\[1\]': must be an address such as .* \(in 'app-config\.yaml'\)$/,
    ],
    [
      { calendars: { refresh: { hours: 1 }, maxAge: { minutes: 90 } } },
      /'handover\.calendars\.maxAge': must be at least twice 'handover\.calendars\.refresh'.* \(in 'app-config\.yaml'\)$/,
    ],
  ])(
    'refuses calendars that decisions could not rely on: %j',
    (handover, message) => {
      expect(() => read(handover)).toThrow(message);
    },
  );

  it('leaves the keys of modules alone', () => {
    expect(() => read({ jenkins: { deployStage: 'none' } })).not.toThrow();
  });
});
