import {
  alertProvidersExtensionPoint,
  pipelineProvidersExtensionPoint,
  type ProvidedAlert,
  scorecardsExtensionPoint,
} from '@backstage-handover/plugin-handover-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';

const alert = (
  name: string,
  more: Partial<ProvidedAlert> = {},
): ProvidedAlert => ({
  id: name,
  name,
  severity: 'critical',
  since: '2026-11-28T01:00:00Z',
  labels: {},
  url: `https://alerts.example.com/${name}`,
  ...more,
});

/** What fires of the services whose names begin with `alerts-`. */
const ALERTS: Record<string, ProvidedAlert[] | undefined> = {
  'alerts-none': [],
  'alerts-here': [alert('Down', { environment: 'Calm' }), alert('Slow')],
  'alerts-minor': [
    alert('Low', { severity: 'warning' }),
    alert('Muted', { silenced: {} }),
    alert('Elsewhere', { environment: 'staging' }),
  ],
  'alerts-unranked': [
    alert('Odd', { severity: 'tier-x' }),
    alert('Quiet', { severity: 'tier-x', silenced: {} }),
  ],
  'alerts-bare': [alert('Bare', { severity: undefined, environment: 'calm' })],
  // Somebody works on it, but it still fires.
  'alerts-p0': [alert('Top', { severity: 'P0', acknowledged: { by: 'ada' } })],
  'alerts-astray': [alert('Lost', { environment: 'clam' })],
};

/** What a system says that is away. Nobody may see it. */
export const SECRET = 'hunter2';
const away = () => Promise.reject(new Error(`cannot reach bot:${SECRET}@ci`));

const isCalled = ({ metadata }: Entity, start: string) =>
  metadata.name.startsWith(start);

/**
 * A system with alerts, a pipeline that is away for services whose names begin
 * with `broken-`, and a source of the fact `exam.passed` that answers as
 * `exam` says.
 */
export function systems(exam: { passed: () => Promise<boolean> }) {
  return createBackendModule({
    pluginId: 'handover',
    moduleId: 'systems',
    register(env) {
      env.registerInit({
        deps: {
          alerts: alertProvidersExtensionPoint,
          pipelines: pipelineProvidersExtensionPoint,
          scorecards: scorecardsExtensionPoint,
        },
        async init({ alerts, pipelines, scorecards }) {
          alerts.addProvider({
            id: 'pager',
            title: 'Pager',
            appliesTo: entity => isCalled(entity, 'alerts-'),
            fetch: async ({ entity }) => ALERTS[entity.metadata.name] ?? away(),
          });
          pipelines.addProvider({
            id: 'jenkins',
            title: 'Jenkins',
            appliesTo: entity => isCalled(entity, 'broken-'),
            fetch: away,
          });
          scorecards.addFactSource({
            id: 'exam',
            facts: [
              {
                name: 'exam.passed',
                type: { kind: 'bool' },
                basis: 'observed',
                description: 'Whether the service passed.',
              },
            ],
            async read({ entities }) {
              const value = await exam.passed();
              return new Map(
                entities.map(({ entityRef }) => [
                  entityRef,
                  new Map([['exam.passed', { value }]]),
                ]),
              );
            },
          });
        },
      });
    },
  });
}
