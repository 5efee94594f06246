import { ConfigReader } from '@backstage/config';
import { readDocumentsConfig } from './config';

const read = (documents: object) =>
  readDocumentsConfig(new ConfigReader({ handover: { documents } }));

describe('readDocumentsConfig', () => {
  it('has defaults for everything', () => {
    expect(readDocumentsConfig(new ConfigReader({}))).toEqual({
      kinds: ['component', 'system'],
      discovery: 'annotation',
      linkSchemes: ['http', 'https', 'mailto'],
      refresh: {
        frequencyMs: 10_000,
        intervalMs: 600_000,
        batchSize: 100,
        concurrency: 10,
        timeoutMs: 15_000,
      },
      history: {
        retentionMs: 1095 * 24 * 60 * 60_000,
        frequencyMs: 600_000,
      },
    });
  });

  it('reads durations in every form', () => {
    expect(
      read({
        kinds: ['API'],
        discovery: 'sibling',
        refresh: { interval: 'PT1H', frequency: { seconds: 5 } },
      }),
    ).toMatchObject({
      kinds: ['api'],
      discovery: 'sibling',
      refresh: { intervalMs: 3_600_000, frequencyMs: 5_000 },
    });
  });

  it('adds the schemes of links to those that are always there', () => {
    const schemes = (...values: string[]) =>
      readDocumentsConfig(
        new ConfigReader({ handover: { links: { schemes: values } } }),
      ).linkSchemes;
    expect(schemes('Slack:', 'https')).toEqual([
      'http',
      'https',
      'mailto',
      'slack',
    ]);
    for (const refused of ['JavaScript', 'data:', 'file', 'a b', '']) {
      expect(() => schemes(refused)).toThrow('handover.links.schemes');
    }
  });

  it.each([
    [{ discovery: 'magic' }, 'handover.documents.discovery'],
    [{ kinds: [] }, 'handover.documents.kinds'],
    [{ refresh: { batchSize: 0 } }, 'handover.documents.refresh.batchSize'],
    [{ refresh: { concurrency: 1.5 } }, 'refresh.concurrency'],
    [{ refresh: { interval: 'PT0S' } }, 'refresh.interval'],
  ])('refuses %j and says where', (documents, key) => {
    expect(() => read(documents)).toThrow(key);
  });
});
