import { ConfigReader } from '@backstage/config';
import { checkKnownKeys, withConfigFile } from '..';

const KNOWN = [
  'handover.documents.kinds',
  'handover.documents.refresh.interval',
  'handover.environments[].name',
  'handover.environments[].aliases',
];

const configOf = (handover: object, overrides?: object) =>
  ConfigReader.fromConfigs([
    { context: 'app-config.yaml', data: { handover } as never },
    {
      context: 'app-config.production.yaml',
      data: (overrides ? { handover: overrides } : {}) as never,
    },
  ]);

describe('checkKnownKeys', () => {
  it('accepts known keys, with anything below those that end a path', () => {
    const config = configOf({
      documents: { kinds: ['API'], refresh: { interval: { minutes: 5 } } },
      environments: [{ name: 'production', aliases: ['prod'] }],
    });
    expect(() => checkKnownKeys(config, 'handover', KNOWN)).not.toThrow();
    expect(() =>
      checkKnownKeys(new ConfigReader({}), 'handover', KNOWN),
    ).not.toThrow();
  });

  it.each([
    [
      { documnts: {} },
      "Unknown configuration key 'handover.documnts' in 'app-config.yaml', did you mean 'documents'?",
    ],
    [
      { documents: { refresh: { intervall: '5 minutes' } } },
      "Unknown configuration key 'handover.documents.refresh.intervall' in 'app-config.yaml', did you mean 'interval'?",
    ],
    [
      { documents: { owners: ['shop'] } },
      "Unknown configuration key 'handover.documents.owners' in 'app-config.yaml'; 'handover.documents' may have kinds, refresh",
    ],
    [
      { environments: [{ name: 'a' }, { name: 'b', alias: ['c'] }] },
      "Unknown configuration key 'handover.environments[1].alias', did you mean 'aliases'?",
    ],
  ])('refuses %j', (handover, message) => {
    expect(() => checkKnownKeys(configOf(handover), 'handover', KNOWN)).toThrow(
      message,
    );
  });

  it('names the file that has the key, among several', () => {
    const config = configOf(
      { documents: { kinds: ['API'] } },
      { documents: { kind: ['API'] } },
    );
    expect(() => checkKnownKeys(config, 'handover', KNOWN)).toThrow(
      "'handover.documents.kind' in 'app-config.production.yaml'",
    );
  });
});

const escapeRegExp = (text: string) =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('withConfigFile', () => {
  const config = configOf(
    { documents: { refresh: { interval: 'abc' } }, gate: { timeout: {} } },
    { environments: [{ name: '' }] },
  );
  const failWith = (message: string) => () =>
    withConfigFile(config, () => {
      throw new Error(message);
    });

  it.each([
    [
      "Invalid duration 'abc' in config at 'handover.documents.refresh.interval'",
      " (in 'app-config.yaml')",
    ],
    [
      "Invalid value at 'handover.environments[0].name': must not be empty",
      " (in 'app-config.production.yaml')",
    ],
    ["Invalid value at 'handover.gate.timeout'", " (in 'app-config.yaml')"],
    ["Invalid value at 'handover.absent.key'", ''],
    ['Something else is wrong', ''],
  ])('adds the file to: %s', (message, suffix) => {
    expect(failWith(message)).toThrow(
      // The whole message, whatever an InputError puts before it.
      new RegExp(`${escapeRegExp(message + suffix)}$`),
    );
  });

  it("keeps the file of Backstage's own errors", () => {
    expect(() =>
      withConfigFile(config, () =>
        config.getNumber('handover.documents.refresh'),
      ),
    ).toThrow(/in 'app-config\.yaml', got object, wanted number$/);
  });

  it('returns what was read', () => {
    expect(withConfigFile(config, () => 42)).toBe(42);
  });
});
