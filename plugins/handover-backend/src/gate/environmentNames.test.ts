import { exampleYaml as yaml } from '../__testUtils__/exampleYaml';
import {
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const DOCUMENT = '/documents/component/default/orders';
const GATE = '/gate/component/default/orders';

describe('the gate with configured environments', () => {
  let api: Awaited<ReturnType<typeof startHandoverBackend>>;

  beforeAll(async () => {
    api = await startHandoverBackend({
      entities: [component('orders')],
      config: {
        handover: {
          environments: [
            { name: 'development', unknown: 'pass' },
            { name: 'production', aliases: ['prod', 'live'] },
          ],
        },
      },
    });
    await api.put(DOCUMENT, yaml('Takes orders'), { 'If-None-Match': '*' });
  });
  afterAll(() => api.stop());

  it('means the same environment by every name of it, and answers unknown for others', async () => {
    const at = '2026-12-01T10:00:00Z';
    const ask = (environment: string) =>
      api.get(
        `${GATE}?environment=${encodeURIComponent(environment)}&at=${at}`,
      );
    const closed = await ask('production');
    expect(closed.body).toMatchObject({
      verdict: 'closed',
      environment: 'production',
    });
    for (const name of ['Production', ' PROD', 'Live']) {
      expect((await ask(name)).text).toBe(closed.text);
    }
    expect((await ask('Staging')).body.verdict).toBe('open');
    const unknown = await ask('produciton');
    expect(unknown.status).toBe(200);
    expect(unknown.body).toMatchObject({
      verdict: 'unknown',
      environment: 'produciton',
      onUnknown: 'block',
      reasons: [
        {
          kind: 'environment',
          verdict: 'unknown',
          reason: "Did you mean 'production'?",
          suggestion: 'production',
        },
      ],
    });
  });

  it('refuses the occurrences of an environment that nobody knows', async () => {
    const range = 'from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z';
    const occurrences = (environment: string) =>
      api.get(`${GATE}/occurrences?${range}&environment=${environment}`);
    expect((await occurrences('LIVE')).body.items).toMatchObject([
      { window: 'month-end' },
    ]);
    const refused = await occurrences('produciton');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain(
      "No environment 'produciton' is known, did you mean 'production'?",
    );
  });
});
