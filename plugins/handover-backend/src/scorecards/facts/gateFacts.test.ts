import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { eventually } from '../../__testUtils__/eventually';
import {
  as,
  asService,
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { cdEvent, structured } from '../../delivery/__testUtils__/events';
import { createTestDatabases } from '../../documents/__testUtils__/databases';

jest.setTimeout(120_000);

const ada = as('user:default/ada');
const FACTS = [
  'gate.productionDecisions',
  'gate.openProductionDecisions',
  'gate.daysSinceProductionDecision',
  'gate.productionWindows',
  'delivery.productionDeployments',
];
const SCORECARD = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'asks', title: 'Asks the gate', owner: 'platform' },
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: FACTS.map((fact, index) => ({
    id: `check-${index}`,
    title: fact,
    level: 'bronze',
    why: 'Because.',
    fix: { text: 'Do it.' },
    condition: `${fact} >= 0`,
  })),
};
const FREEZE = `
apiVersion: handover.dev/v1
kind: Handover
windows:
  items:
    - id: freeze
      title: Freeze
      effect: deny
      environments: [prd]
      schedule: { start: 2026-01-01, end: 2027-01-01, timeZone: Europe/Berlin }
    - id: tests
      title: Tests
      effect: deny
      environments: [staging]
      schedule: { start: 2026-01-01, end: 2027-01-01, timeZone: Europe/Berlin }
`;

describe('facts of the gate', () => {
  const databases = createTestDatabases();
  let knex: Knex;
  let backend: Awaited<ReturnType<typeof startHandoverBackend>>;
  const scheduler = mockServices.scheduler();

  const start = async () => {
    backend = await startHandoverBackend({
      entities: [component('orders')],
      database: { knex },
      config: {
        handover: {
          environments: [
            { name: 'Staging' },
            { name: 'Live', aliases: ['prd'], production: true },
            { name: 'Other', production: true },
          ],
          scorecards: { definitions: [SCORECARD] },
        },
      } as never,
      extra: [
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });
    await scheduler.triggerTask('handover-entities-follow-catalog');
  };
  /** Records a decision. */
  const ask = async (environment: string, at: string, change = 'deploy') => {
    const path = '/gate/component/default/orders/decisions';
    const { status } = await backend.post(path, { environment, at, change });
    expect(status).toBe(201);
  };
  const become = (...values: unknown[]) =>
    eventually(async () => {
      const path = '/scorecards/results/component/default/orders';
      const { body } = await backend.get(path, ada);
      expect(
        body.items[0].result.checks.map(
          ({ facts: [fact] }: Record<string, any>) =>
            fact.value ?? fact.missing,
        ),
      ).toEqual(values);
    });

  afterEach(async () => {
    await backend.stop();
    await knex.destroy();
  });

  it.each(databases.eachSupportedId())(
    'count recorded decisions under all names of production (%s)',
    async databaseId => {
      knex = await databases.init(databaseId);
      await start();
      const none =
        'no decision about production was recorded in the last 90 days';
      const undelivered = 'no pipeline or event tells of deployments';
      await become(0, 0, none, 0, undelivered);
      const document = '/documents/component/default/orders';
      await backend.put(document, FREEZE, { 'If-None-Match': '*', ...ada });
      await become(0, 0, none, 1, undelivered);

      await ask('live', '2026-06-01T12:00:00Z');
      await ask('PRD', '2027-06-01T12:00:00Z');
      await ask('staging', '2027-06-01T12:00:00Z');
      await ask('live', '2027-06-01T12:00:00Z', 'scale');
      await become(2, 1, 0, 1, undelivered);
      await ask('other', '2027-06-01T12:00:00Z');
      await become(3, 2, 0, 1, undelivered);

      const event = cdEvent('service.deployed', {
        at: new Date(Date.now() - 60_000).toISOString(),
        content: { environment: { id: 'prd' }, artifactId: 'pkg:oci/o@1' },
      });
      await backend.post(
        '/delivery/events',
        JSON.stringify(structured(event)),
        {
          ...asService(),
          'Content-Type': 'application/cloudevents+json',
        },
      );
      await become(2, 1, 0, 1, 1);

      const day = (ago: number) =>
        new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
      const days = () => knex('gate_decision_days');
      await days()
        .where('environment', 'live')
        .update({ day: day(91) });
      await ask('staging', '2027-06-01T12:00:00Z');
      await become(2, 1, 0, 1, 1);
      await scheduler.triggerTask('handover-gate-retention');
      expect(await days()).toHaveLength(3);
      await days()
        .where('environment', 'live')
        .update({ day: day(92) });
      await ask('staging', '2027-06-01T12:00:00Z');
      await become(0, 0, none, 1, 1);
      await scheduler.triggerTask('handover-gate-retention');
      expect(await days().orderBy('environment').pluck('environment')).toEqual([
        'other',
        'staging',
      ]);
    },
  );
});
