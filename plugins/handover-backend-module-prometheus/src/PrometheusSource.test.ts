import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import empty from './__fixtures__/empty.json';
import matrix from './__fixtures__/matrix.json';
import notANumber from './__fixtures__/notANumber.json';
import partial from './__fixtures__/partial.json';
import rejected from './__fixtures__/rejected.json';
import several from './__fixtures__/several.json';
import { PrometheusSource } from './PrometheusSource';

const component = (annotations: Record<string, string> = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});
const named = (name: string) =>
  component({ 'prometheus.io/service-name': name });

function sourcesOf(...instances: JsonObject[]) {
  return PrometheusSource.fromConfig(
    new ConfigReader({ handover: { prometheus: { instances } } }),
  );
}

const prometheusThat = useUpstreams();

/** Answers every request with this. */
const answering = (body: object, status = 200) =>
  prometheusThat((_request, response) => sendJson(response, body, { status }));

const TO = new Date('2026-11-29T10:00:00Z');

/** Adapts a source to the tests that all providers share. */
const asProvider = (source: PrometheusSource, query = 'latency') => ({
  title: source.title,
  fetch: (options: Parameters<Parameters<typeof fetchFrom>[0]['fetch']>[0]) =>
    source.queryRange({
      ...options,
      query,
      from: new Date(TO.getTime() - 300_000),
      to: TO,
      stepMs: 60_000,
    }),
});

const ask = (source: PrometheusSource, entity = component()) =>
  fetchFrom(asProvider(source), { entity });

const askThat = async (body: object, status?: number) => {
  const { url } = await answering(body, status);
  const [source] = sourcesOf({
    name: 'main',
    url,
    headers: { Authorization: 'Bearer token-of-the-tests' },
  });
  return ask(source);
};

describe('PrometheusSource', () => {
  it('evaluates a query at every step of the range', async () => {
    const { url, requests } = await answering(matrix);
    const [source] = sourcesOf({
      name: 'main',
      url: `${url}/`,
      headers: { Authorization: 'Bearer token', 'X-Scope-OrgID': 'shop' },
    });
    expect(source).toMatchObject({
      id: 'prometheus:main',
      title: 'Prometheus',
    });
    const [{ samples }, ...others] = await ask(source);
    expect(others).toEqual([]);
    expect(samples).toHaveLength(6);
    const [[seconds]] = matrix.data.result[0].values;
    expect(samples[0]).toEqual({ at: Number(seconds) * 1_000, value: 0.25 });
    const [{ path, headers }] = requests;
    const asked = new URL(path, url);
    expect(asked.pathname).toBe('/api/v1/query_range');
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      query: 'latency',
      start: '1795946100',
      end: '1795946400',
      step: '60',
      nocache: '1',
      partial_response: 'false',
      deny_partial_response: '1',
    });
    expect(headers).toMatchObject({
      authorization: 'Bearer token',
      'x-scope-orgid': 'shop',
    });
  });

  it('returns all series, and results that are no number', async () => {
    expect(await askThat(several)).toHaveLength(2);
    expect(await askThat(empty)).toEqual([]);
    const [{ samples }] = await askThat(notANumber);
    expect(samples.map(({ value }) => value)).toEqual(Array(6).fill(NaN));
    const values = (...texts: string[]) => ({
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [{ metric: {}, values: texts.map(text => [1, text]) }],
      },
    });
    const [special] = await askThat(values('+Inf', '-Inf', '1e-3'));
    expect(special.samples.map(({ value }) => value)).toEqual([
      Infinity,
      -Infinity,
      0.001,
    ]);
    for (const text of ['', ' ', 'nan', '1 s']) {
      await expect(askThat(values(text))).rejects.toThrow('must be a number');
    }
  });

  it('says what is wrong with a query, without what it was sent', async () => {
    await expect(askThat(rejected, 400)).rejects.toMatchObject({
      name: 'RejectedQueryError',
      message:
        'Prometheus rejected the query: 1:5: parse error: unclosed left parenthesis',
    });
    const repeats = {
      error: `no Bearer token-of-the-tests, token-of-the-tests ${'x'.repeat(
        1_000,
      )}`,
    };
    await expect(askThat(repeats, 422)).rejects.toThrow(
      /^Prometheus rejected the query: no \[redacted\], \[redacted\] x{200,300}$/,
    );
    const proxy = askThat({ message: 'a proxy' }, 400);
    await expect(proxy).rejects.toThrow(
      'Prometheus answered 400 Bad Request when asked for the results of a query',
    );
    await expect(proxy).rejects.not.toMatchObject({
      name: 'RejectedQueryError',
    });
  });

  it('rejects results that may be incomplete', async () => {
    const warn = (...warnings: string[]) => askThat({ ...matrix, warnings });
    await expect(warn('store eu: connection refused')).rejects.toThrow(
      'Prometheus returned a partial result or a warning',
    );
    await expect(askThat(partial)).rejects.toThrow(
      'Prometheus returned a partial result or a warning',
    );
    await expect(askThat({ ...matrix, isPartial: false })).resolves.toEqual(
      await askThat(matrix),
    );
    await expect(
      warn('PromQL info: metric might not be a counter'),
    ).resolves.toHaveLength(1);
  });

  it('is only asked for entities that name it, or else if it is the first', async () => {
    const url = 'https://prometheus.example.com';
    const [main, other] = sourcesOf(
      { name: 'main', url },
      { name: 'other', url, externalUrl: 'https://example.com/prometheus/' },
    );
    const applies = (entity: ReturnType<typeof component>) =>
      [main, other].map(each => each.appliesTo(entity));
    expect(other.title).toBe("Prometheus 'other'");
    expect(applies(component())).toEqual([true, false]);
    expect(applies(named('other'))).toEqual([false, true]);
    expect(applies(named('othr'))).toEqual([true, false]);
    await expect(ask(main, named('othr'))).rejects.toThrow(
      "The annotation 'prometheus.io/service-name' names 'othr', which is not in 'handover.prometheus.instances'",
    );
    expect(other.queryUrl('a + b')).toBe(
      'https://example.com/prometheus/graph?g0.expr=a+%2B+b&g0.tab=0&g0.range_input=1h',
    );
  });

  describeHostileUpstream(({ url, secret }) => ({
    provider: asProvider(
      sourcesOf({
        name: 'main',
        url,
        headers: { Authorization: `Bearer ${secret}` },
      })[0],
    ),
    entity: component(),
  }));
});

it.each<[string, JsonObject[], string]>([
  ['no name', [{ name: ' ', url: 'https://a' }], 'must not be empty'],
  [
    'a wrong URL',
    [{ name: 'a', url: 'https://ada:secret@a' }],
    "Invalid URL of the Prometheus 'a' at 'handover.prometheus.instances': must have no credentials",
  ],
  [
    'a wrong external URL',
    [{ name: 'a', url: 'https://a', externalUrl: 'x' }],
    'must begin with https://',
  ],
  [
    'two of one name',
    ['a', 'a'].map(name => ({ name, url: 'https://a' })),
    "Two entries at 'handover.prometheus.instances' have the name 'a'",
  ],
  [
    'a wrong header, without its value',
    [{ name: 'a', url: 'https://a', headers: { Authorization: 'tok\nen' } }],
    "Invalid header 'Authorization' of the Prometheus 'a' at 'handover.prometheus.instances': must be one line, of characters that HTTP allows",
  ],
])('refuses a configuration with %s', (_, instances, message) => {
  expect(() => sourcesOf(...instances)).toThrow(message);
});
