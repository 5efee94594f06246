import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import {
  asService,
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { structured } from '../../delivery/__testUtils__/events';
import { handoverYaml } from '../../documents/__testUtils__/documents';
import { HAPPENINGS } from './happenings';
import { systems } from './systems';

/** A scorecard whose lowest level is for those that passed the exam. */
export const scorecard = (name: string, kind = 'component') => ({
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name, title: name, owner: 'platform' },
  scope: { kind },
  levels: ['Bronze', 'Silver', 'Gold'].map(title => ({
    id: title.toLowerCase(),
    title,
  })),
  checks: Object.entries({
    bronze: 'exam.passed',
    silver: 'document.exists',
    gold: 'document.tier == 1',
  }).map(([level, condition]) => ({
    id: level,
    title: level,
    level,
    why: 'Because.',
    fix: { text: 'Do it.' },
    condition,
  })),
});

/** Handovers by service. Those in repositories are read from there. */
const HANDOVERS: Record<string, string> = {
  fresh: handoverYaml('Ready', { reviewedAt: '2026-11-20' }),
  stale: handoverYaml('Old', { reviewedAt: '2026-08-01' }),
  unreviewed: handoverYaml('New').replace(/.*reviewedAt.*\n/, ''),
};
const IN_REPOSITORIES: Record<string, string | undefined> = {
  invalid: 'kind: Handover',
  unreachable: undefined,
};

const SERVICES = [
  ...Object.keys(HANDOVERS),
  ...HAPPENINGS.map(({ customData }) => customData.entityRef.split('/')[1]),
  ...['none', 'here', 'minor', 'unranked', 'bare', 'p0', 'astray', 'away'].map(
    each => `alerts-${each}`,
  ),
  'undocumented',
  'moved',
];

const inRepository = (name: string) =>
  component(name, {
    annotations: {
      'handover.dev/ref': `https://git.example/${name}/handover.yaml`,
    },
  });

/**
 * A backend whose environments require this, with services in every state that
 * a requirement can find.
 */
export async function startWithRequirements(options: {
  requires: Record<string, JsonObject>;
  exam: { passed: () => Promise<boolean> };
  scorecards: object[];
  knex: Knex;
}) {
  const { requires, exam, scorecards, knex } = options;
  const urlReader = mockServices.urlReader.mock({
    readUrl: async url => {
      const content = IN_REPOSITORIES[url.split('/')[3]];
      if (content === undefined) {
        throw new Error('connection refused');
      }
      return { buffer: async () => Buffer.from(content), etag: content };
    },
  });
  const entities = [
    ...[...new Set(SERVICES)].map(name => component(name)),
    ...Object.keys(IN_REPOSITORIES).map(inRepository),
  ];
  const full = catalogServiceMock({ entities });
  const getEntityByRef = jest.fn<
    ReturnType<typeof full.getEntityByRef>,
    Parameters<typeof full.getEntityByRef>
  >((...args) => full.getEntityByRef(...args));
  const backend = await startHandoverBackend({
    entities,
    database: { knex },
    catalog: catalogServiceMock.mock({
      getEntityByRef,
      queryEntities: (...args) => full.queryEntities(...args),
      streamEntities: (...args) => full.streamEntities(...args),
      getEntitiesByRefs: (...args) => full.getEntitiesByRefs(...args),
    }),
    config: {
      app: { baseUrl: 'https://portal.example.com/' },
      handover: {
        delivery: { pull: { enabled: false } },
        scorecards: { definitions: scorecards, frequency: '1s' },
        environments: Object.entries(requires).map(([name, more]) => ({
          name,
          ...more,
        })),
      },
    } as never,
    extra: [urlReader.factory, systems(exam)],
  });
  return { ...backend, getEntityByRef };
}

type Backend = Awaited<ReturnType<typeof startWithRequirements>>;

/** Brings the services into the states that their names tell. */
export async function prepareServices(backend: Backend): Promise<void> {
  for (const [service, yaml] of Object.entries(HANDOVERS)) {
    await backend.put(`/documents/component/default/${service}`, yaml, {
      'If-None-Match': '*',
    });
  }
  const { body } = await backend.post(
    '/delivery/events',
    JSON.stringify(HAPPENINGS.map(structured)),
    { 'Content-Type': 'application/cloudevents-batch+json', ...asService() },
  );
  expect(body.items).toEqual(
    HAPPENINGS.map(() => expect.objectContaining({ status: 'accepted' })),
  );
}
