import {
  type AlertProvider,
  alertProvidersExtensionPoint,
  type MetricsSource,
  metricsSourcesExtensionPoint,
  type OnCallProvider,
  onCallProvidersExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import {
  fetchFrom,
  pageFrom,
} from '@backstage-handover/plugin-handover-node/testUtils';
import {
  evaluateTrigger,
  type MeasuredTrigger,
  triggerRange,
} from '@backstage-handover/plugin-handover-common/triggers';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import demoPlugin, {
  handoverModuleDemoAlertmanager,
  handoverModuleDemoPagerDuty,
  handoverModuleDemoPrometheus,
} from '.';
import { shiftsOf, POLICIES } from './pagerduty/schedule';

const EXAMPLES = path.resolve(__dirname, '../../../examples');
const read = (file: string) => readFileSync(path.join(EXAMPLES, file), 'utf8');
const example = (name: string) =>
  parse(read(`services/${name}/catalog-info.yaml`));

async function start(isEnabled: boolean, handover: object = {}) {
  const metrics: MetricsSource[] = [];
  const alerts: AlertProvider[] = [];
  const onCall: OnCallProvider[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        metricsSourcesExtensionPoint,
        { addSource: (each: MetricsSource) => metrics.push(each) },
      ],
      [
        alertProvidersExtensionPoint,
        { addProvider: (each: AlertProvider) => alerts.push(each) },
      ],
      [
        onCallProvidersExtensionPoint,
        { addProvider: (each: OnCallProvider) => onCall.push(each) },
      ],
    ],
    features: [
      demoPlugin,
      handoverModuleDemoAlertmanager,
      handoverModuleDemoPagerDuty,
      handoverModuleDemoPrometheus,
      mockServices.rootConfig.factory({
        data: { demo: { enabled: isEnabled }, handover },
      }),
    ],
  });
  return { backend, alerts, onCall, metrics };
}

it('has alerts that the module for Alertmanager reads', async () => {
  const { backend, alerts } = await start(true);
  const provider = alerts.find(({ id }) => id === 'demo-alertmanager')!;
  expect(provider.title).toBe('Alertmanager (demonstration)');
  const alertsOf = async (name: string) => {
    expect(provider.appliesTo(example(name))).toBe(true);
    return fetchFrom(provider, { entity: example(name) });
  };

  const orders = await alertsOf('order-processing');
  expect(orders).toMatchObject([
    {
      name: 'KubePodCrashLooping',
      severity: 'critical',
      environment: 'production',
    },
    { name: 'KubeDeploymentRolloutStuck' },
  ]);
  // The documented failure that it is matched with.
  expect(read('services/order-processing/handover.yaml')).toContain(
    `alert: ${orders[0].name}\n`,
  );
  expect(await alertsOf('payments-gateway')).toHaveLength(1);
  expect(await alertsOf('fulfilment-dispatch')).toMatchObject([
    { silenced: { by: 'tom.hughes', comment: expect.any(String) } },
  ]);
  expect(await alertsOf('tax-calculator')).toEqual([]);
  expect(provider.appliesTo(example('price-archive'))).toBe(false);
  await backend.stop();
});

it('has an open incident that the module for PagerDuty reads', async () => {
  const { backend, alerts } = await start(true);
  const provider = alerts.find(({ id }) => id === 'demo-pagerduty')!;
  expect(provider.title).toBe('PagerDuty (demonstration)');
  const alertsOf = (name: string) =>
    fetchFrom(provider, { entity: example(name) });
  expect(await alertsOf('payments-gateway')).toMatchObject([
    { severity: 'P3', acknowledged: { by: 'Maria Santos' } },
  ]);
  expect(await alertsOf('order-processing')).toEqual([]);
  expect(provider.appliesTo(example('tax-calculator'))).toBe(false);
  await backend.stop();
});

it('has shifts of people in the examples, which the module for PagerDuty reads and pages', async () => {
  const { backend, onCall } = await start(true);
  const [provider] = onCall;
  expect(provider.title).toBe('PagerDuty (demonstration)');
  const entity = example('order-processing');
  expect(provider.appliesTo(entity)).toBe(true);
  expect(provider.appliesTo(example('tax-calculator'))).toBe(false);

  const { escalationPolicy, levels, canPage } = await fetchFrom(provider, {
    entity,
  });
  expect(escalationPolicy).toMatchObject({ name: 'Order services' });
  await expect(
    pageFrom(provider, { entity, target: canPage! }),
  ).resolves.toEqual({
    id: 'Q000001',
    url: 'https://pagerduty.example.com/incidents/Q000001',
  });
  const [[now], [second]] = levels.map(({ people }) => people);
  expect(['Vikram Iyer', 'Lena Fischer']).toContain(now.name);
  expect(Date.parse(now.until!)).toBeGreaterThan(Date.now());
  expect(levels[0].next!.name).not.toBe(now.name);
  expect(second).toMatchObject({ name: 'Asha Rao' });
  expect(second.until).toBeUndefined();

  const users = parseAllDocuments(read('org.yaml')).map(
    document => document.toJS().spec.profile?.email,
  );
  for (const { user } of POLICIES.flatMap(policy =>
    shiftsOf(policy, new Date(0), new Date(86_400_000)),
  )) {
    expect(users).toContain(user.email);
  }
  await backend.stop();
});

it('has metrics of the documented rollback triggers', async () => {
  const { backend, metrics } = await start(true);
  const [source] = metrics;
  expect(source.title).toBe('Prometheus (demonstration)');
  const entity = example('order-processing');
  expect(source.appliesTo(entity)).toBe(true);
  expect(source.appliesTo(example('price-archive'))).toBe(false);

  const { rollback } = parse(read('services/order-processing/handover.yaml'));
  const range = triggerRange(rollback.triggers[0], Date.now());
  const query = async (text: string) =>
    source.queryRange({
      entity,
      query: text,
      from: new Date(range.from),
      to: new Date(range.to),
      stepMs: range.stepMs,
      signal: AbortSignal.timeout(10_000),
      logger: mockServices.logger.mock(),
      rateLimits: { ask: (_, send) => send() },
    });
  const measured = rollback.triggers.filter(
    (each: MeasuredTrigger | string) => typeof each !== 'string',
  );
  const readings = [];
  for (const trigger of measured) {
    const [{ samples }] = await query(trigger.query);
    readings.push(evaluateTrigger(trigger, [samples], range));
  }
  expect(readings).toMatchObject([
    { state: 'met', value: 1, since: expect.any(String) },
    { state: 'notMet' },
    { state: 'notMet' },
  ]);
  // The release came within the hour.
  expect(readings[0].history!.values[0]).toBe(0);
  expect(new Set(readings[1].history!.values).size).toBeGreaterThan(50);
  expect(await query('up{service="order-processing"}')).toEqual([]);
  await backend.stop();
});

it('leaves metrics to a Prometheus that is configured', async () => {
  const prometheus = { instances: [{ name: 'a', url: 'http://localhost:1' }] };
  const { backend, metrics } = await start(true, { prometheus });
  expect(metrics).toEqual([]);
  await backend.stop();
});

it('has none of them if the demonstration is off', async () => {
  const { backend, alerts, onCall, metrics } = await start(false);
  expect([...alerts, ...onCall, ...metrics]).toEqual([]);
  await backend.stop();
});
