import type { GateExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { gateExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { exampleYaml } from '../__testUtils__/exampleYaml';
import {
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const GATE = '/gate/component/default/orders';
const entityRef = 'component:default/orders';
const AT = '2026-12-01T10:00:00Z';

describe('the routes of the gate', () => {
  const evaluate = jest.fn<
    ReturnType<Parameters<GateExtensionPoint['addCondition']>[0]['evaluate']>,
    Parameters<Parameters<GateExtensionPoint['addCondition']>[0]['evaluate']>
  >(async () => ({ outcome: 'pass' }));
  let api: Awaited<ReturnType<typeof startHandoverBackend>>;

  beforeAll(async () => {
    api = await startHandoverBackend({
      entities: [component('orders')],
      extra: [
        createBackendModule({
          pluginId: 'handover',
          moduleId: 'condition',
          register(env) {
            env.registerInit({
              deps: { gate: gateExtensionPoint },
              async init({ gate }) {
                gate.addCondition({
                  id: 'asked',
                  title: 'Asked',
                  changes: ['deploy', 'rollback'],
                  evaluate,
                });
              },
            });
          },
        }),
      ],
    });
    await api.put(
      '/documents/component/default/orders',
      exampleYaml('Takes orders'),
      { 'If-None-Match': '*' },
    );
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    evaluate.mockClear();
    api.auditor.createEvent.mockClear();
  });

  const RANGE = 'from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z';
  it.each([
    [
      '?environment=production',
      'gate-decision',
      { queryType: 'by-environment', entityRef, environment: 'production' },
    ],
    [
      '/environments',
      'gate-decision',
      { queryType: 'all-environments', entityRef },
    ],
    [
      `/occurrences?${RANGE}`,
      'calendar-fetch',
      { queryType: 'occurrences', entityRef },
    ],
    ['/calendars', 'calendar-fetch', { queryType: 'calendars', entityRef }],
    ['/calendar.ics', 'calendar-fetch', { queryType: 'icalendar', entityRef }],
  ])('%s leaves one audit event', async (path, eventId, meta) => {
    const response = await api.get(`${GATE}${path}`);
    expect(response.status).toBe(200);
    expect(response.type).toBe(
      path === '/calendar.ics' ? 'text/calendar' : 'application/json',
    );
    expect(api.auditor.createEvent.mock.calls).toEqual([
      [{ eventId, request: expect.anything(), meta }],
    ]);
  });

  it('record a decision with its own audit event', async () => {
    const recorded = await api.post(`${GATE}/decisions`, {
      environment: 'Prod',
      changeId: '42',
    });
    expect(recorded.status).toBe(201);
    expect(api.auditor.createEvent.mock.calls).toEqual([
      [
        {
          eventId: 'gate-decision-record',
          request: expect.anything(),
          meta: { entityRef, environment: 'Prod', changeId: '42' },
        },
      ],
    ]);
  });

  it('hand over what they were asked about', async () => {
    const asked = () => evaluate.mock.calls.map(([request]) => request);
    for (const [query, artifact] of [
      ['', undefined],
      ['&artifactVersion=1.4.0', { version: '1.4.0' }],
      ['&artifactDigest=sha256:abc', { digest: 'sha256:abc' }],
    ] as const) {
      evaluate.mockClear();
      await api.get(`${GATE}?environment=staging${query}&at=${AT}`);
      expect(asked()).toMatchObject([{ at: AT, change: 'deploy' }]);
      expect(asked()[0].artifact).toEqual(artifact);
    }
    evaluate.mockClear();
    await api.get(`${GATE}/environments?change=rollback&at=${AT}`);
    expect(asked()).toMatchObject([
      { environment: 'staging', at: AT, change: 'rollback' },
      { environment: 'production', at: AT, change: 'rollback' },
    ]);
  });
});
