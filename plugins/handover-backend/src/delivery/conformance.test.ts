import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import {
  asService,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../documents/__testUtils__/databases';
import {
  binaryHeaders,
  structured,
  type TestCdEvent,
} from './__testUtils__/events';
import type { ClaimsRow } from './store/tables';

// Every event that the specification of CDEvents tests itself with, as it stands
// there: see the README beside them.

jest.setTimeout(60_000);

const FOLDER = join(__dirname, '__fixtures__/conformance');

/** Files of each version of the specification. */
const VERSIONS = [
  ['0.5.0', 46],
  ['0.4.1', 45],
  ['0.3.0', 39],
  ['0.6.0-draft', 24],
] as const;

const NEWEST_COMPLETE = VERSIONS[0][0];

type Original = TestCdEvent & {
  context: { version?: string; specversion?: string };
  subject: { content: object };
  customData?: object;
};

/** What is found of an entity that one event told of. */
type Found = { runs?: unknown[]; deployments?: unknown[]; claims?: unknown[] };

const ADDRESS = 'https://www.example.com/mySubject123';
const AT = '2023-03-20T14:27:05.315Z';
const INCIDENT_AT = '2022-11-11T13:52:20.079Z';
const SUBJECT = '/event/source/123#mySubject123';

const run = (fields: object): Found => ({
  runs: [
    {
      id: SUBJECT,
      provider: 'cdevents',
      pipeline: 'myPipeline',
      stages: [],
      url: ADDRESS,
      ...fields,
    },
  ],
});

/** Of the run itself nothing is known but that this belongs to it. */
const stage = (fields: object): Found => ({
  runs: [
    {
      id: SUBJECT,
      provider: 'cdevents',
      pipeline: SUBJECT,
      status: 'queued',
      stages: [{ name: 'myTask', url: ADDRESS, ...fields }],
    },
  ],
});

const deployment: Found = {
  deployments: [
    {
      id: expect.any(String),
      provider: 'cdevents',
      environment: 'test123',
      artifact: {
        name: 'myapp',
        digest:
          'sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427',
      },
      at: AT,
      outcome: 'succeeded',
    },
  ],
};

const incident = (fields: object): Found => ({
  claims: [
    {
      kind: 'incident',
      id: '/monitoring/prod1#incident-123',
      at: INCIDENT_AT,
      environment: 'prod1',
      ...fields,
    },
  ],
});

/** What becomes of each file: what is found afterwards, or nothing. */
const EXPECTED: Record<string, Found | 'ignored'> = {
  artifact_deleted: 'ignored',
  artifact_downloaded: 'ignored',
  artifact_packaged: {
    claims: [
      {
        kind: 'artifact',
        id: 'pkg:golang/mygit.com/myorg/myapp@234fd47e07d1004f0aed9c',
        at: AT,
        change: 'myChange123',
      },
    ],
  },
  artifact_published: 'ignored',
  artifact_signed: 'ignored',
  branch_created: 'ignored',
  branch_deleted: 'ignored',
  build_finished: 'ignored',
  build_queued: 'ignored',
  build_started: 'ignored',
  change_abandoned: 'ignored',
  change_created: 'ignored',
  change_merged: {
    claims: [{ kind: 'change', id: 'mySubject123', at: AT, merged: '' }],
  },
  change_reviewed: 'ignored',
  change_updated: 'ignored',
  changewindow_access: 'ignored',
  changewindow_breached: 'ignored',
  changewindow_closed: 'ignored',
  changewindow_created: 'ignored',
  changewindow_modified: 'ignored',
  changewindow_opened: 'ignored',
  changewindow_revoked: 'ignored',
  'custom/conformance': 'ignored',
  deployment_finished: 'ignored',
  deployment_queued: 'ignored',
  deployment_started: 'ignored',
  environment_created: 'ignored',
  environment_deleted: 'ignored',
  environment_modified: 'ignored',
  incident_detected: incident({
    detected: 'Response time above threshold of 100ms',
  }),
  incident_reported: 'ignored',
  incident_resolved: incident({
    resolved: 'Response time restored below 100ms',
  }),
  migration_finished: 'ignored',
  migration_queued: 'ignored',
  migration_started: 'ignored',
  pipelinerun_finished: run({ status: 'failed', finishedAt: AT }),
  pipelinerun_queued: run({ status: 'queued' }),
  pipelinerun_started: run({ status: 'running', startedAt: AT }),
  reconciliation_finished: 'ignored',
  reconciliation_started: 'ignored',
  repository_created: 'ignored',
  repository_deleted: 'ignored',
  repository_modified: 'ignored',
  scheduledexecution_canceled: 'ignored',
  scheduledexecution_created: 'ignored',
  scheduledexecution_missed: 'ignored',
  scheduledexecution_modified: 'ignored',
  scheduledexecution_triggered: 'ignored',
  service_deployed: deployment,
  service_published: 'ignored',
  service_removed: 'ignored',
  service_rolledback: deployment,
  service_upgraded: deployment,
  targetrollout_finished: 'ignored',
  targetrollout_queued: 'ignored',
  targetrollout_started: 'ignored',
  taskrun_finished: stage({ status: 'failed', finishedAt: AT }),
  taskrun_queued: stage({ status: 'queued' }),
  taskrun_started: stage({ status: 'running', startedAt: AT }),
  testcaserun_finished: 'ignored',
  testcaserun_queued: 'ignored',
  testcaserun_skipped: 'ignored',
  testcaserun_started: 'ignored',
  testoutput_published: 'ignored',
  testsuiterun_finished: 'ignored',
  testsuiterun_queued: 'ignored',
  testsuiterun_started: 'ignored',
  ticket_closed: 'ignored',
  ticket_created: 'ignored',
  ticket_updated: 'ignored',
};

/** The events of a version by the names of their files. */
function read(version: string): Record<string, Original> {
  const folder = join(FOLDER, version);
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.json'))
      .sort()
      .map(file => [
        file.slice(0, -'.json'.length).replaceAll(sep, '/'),
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      ]),
  );
}

const nameOf = (file: string) => file.replace('/', '-');

/** Its own entity for each, and an id: nearly all of the originals share one. */
function addressed(originals: Record<string, Original>) {
  return Object.entries(originals).map(([file, original]) => {
    const { context, customData } = original;
    const event: Original = {
      ...original,
      context: { ...context, id: `${context.id}-${nameOf(file)}` },
      customData: {
        ...customData,
        entityRef: `component:default/${nameOf(file)}`,
      },
    };
    return { file, event };
  });
}

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const databases = createTestDatabases();

async function start(
  entities: Parameters<typeof startHandoverBackend>[0]['entities'],
) {
  const knex = await databases.init('SQLITE_3');
  backend = await startHandoverBackend({ entities, database: { knex } });
  return { api: backend, knex };
}

const MODES = {
  structured: (api: Backend, event: Original) =>
    api.post('/delivery/events', JSON.stringify(structured(event)), {
      ...asService(),
      'Content-Type': 'application/cloudevents+json',
    }),
  binary: (api: Backend, event: Original) =>
    api.post('/delivery/events', event, {
      ...asService(),
      ...binaryHeaders(event),
    }),
};

/** What the event was answered, and what is found of its entity now. */
async function sendAll(
  originals: Record<string, Original>,
  mode: keyof typeof MODES,
) {
  const { api, knex } = await start(
    Object.keys(originals).map(file => component(nameOf(file))),
  );
  const results: Record<string, unknown> = {};
  for (const { file, event } of addressed(originals)) {
    const { status, body } = await MODES[mode](api, event);
    const path = `/delivery/component/default/${nameOf(file)}`;
    const runs = (await api.get(`${path}/runs`)).body.items;
    const deployments = (await api.get(`${path}/deployments`)).body.items;
    // Nothing shows these before there is a deployment that they are about.
    const claims = await knex<ClaimsRow>('delivery_claims').where({
      entity_ref: `component:default/${nameOf(file)}`,
    });
    results[file] = {
      status,
      answer: body.items ?? body,
      found: {
        runs,
        deployments,
        claims: claims.map(row => ({
          kind: row.kind,
          id: row.id,
          at: new Date(row.at).toISOString(),
          ...Object.fromEntries(
            Object.entries<{ value: string }>(JSON.parse(row.claims)).map(
              ([key, { value }]) => [key, value],
            ),
          ),
        })),
      },
    };
  }
  return results;
}

/** The answer where nothing is made of an event: what it is, without versions. */
function ignored(event: Original) {
  const kind = event.context.type
    .replace(/^dev\.(cdevents\.)?/, '')
    .replace(/\.\d.*$/, '');
  return {
    status: 'ignored',
    reason: `Handover does not use events of type '${kind}'`,
  };
}

function expectedOf(originals: Record<string, Original>) {
  return Object.fromEntries(
    addressed(originals).map(({ file, event }) => {
      const { id, source, type } = event.context;
      const expected = EXPECTED[file];
      const outcome =
        expected === 'ignored' ? ignored(event) : { status: 'accepted' };
      return [
        file,
        {
          status: 200,
          answer: [{ id, source, type, ...outcome }],
          found: {
            runs: [],
            deployments: [],
            claims: [],
            ...(expected === 'ignored' ? {} : expected),
          },
        },
      ];
    }),
  );
}

describe.each(VERSIONS)('the events of CDEvents %s', (version, count) => {
  const originals = read(version);

  it('are all here, and of this version', () => {
    expect(Object.keys(originals)).toHaveLength(count);
    expect(Object.keys(EXPECTED)).toEqual(
      expect.arrayContaining(Object.keys(originals)),
    );
    for (const { context } of Object.values(originals)) {
      expect(context.specversion ?? context.version).toBe(version);
    }
  });

  it.each(['structured', 'binary'] as const)(
    'become what they tell of, sent %s',
    async mode => {
      await expect(sendAll(originals, mode)).resolves.toEqual(
        expectedOf(originals),
      );
    },
  );

  it('are answered with what is missing, sent without an entity', async () => {
    const { api } = await start([]);
    const { status, body } = await api.post(
      '/delivery/events',
      JSON.stringify(Object.values(originals).map(structured)),
      {
        ...asService(),
        'Content-Type': 'application/cloudevents-batch+json',
      },
    );
    expect(status).toBe(200);
    expect(body.items).toEqual(
      Object.entries(originals).map(([file, event]) => {
        const { id, source, type } = event.context;
        return {
          id,
          source,
          type,
          ...(EXPECTED[file] === 'ignored'
            ? ignored(event)
            : {
                status: 'rejected',
                reason: `The event names no entity in customData.entityRef, and no entity has the annotation handover.dev/cdevents-source with its source '${source}'`,
              }),
        };
      }),
    );
  });

  it('are accepted as they are where an entity has their source', async () => {
    const { api } = await start(
      ['/event/source/123', '/monitoring/prod1'].map((source, index) =>
        component(`watched-${index}`, {
          annotations: { 'handover.dev/cdevents-source': source },
        }),
      ),
    );
    const seen = new Set<string>();
    for (const [file, event] of Object.entries(originals)) {
      const { id, source } = event.context;
      const { body } = await MODES.structured(api, event);
      const key = JSON.stringify([id, source]);
      // To the specification two events of one source and id are the same one.
      const accepted = seen.has(key) ? 'duplicate' : 'accepted';
      const isIgnored = EXPECTED[file] === 'ignored';
      expect([file, body.items[0].status]).toEqual([
        file,
        isIgnored ? 'ignored' : accepted,
      ]);
      if (!isIgnored) {
        seen.add(key);
      }
    }
  });
});

it('takes the events of a later minor version for what they are today', async () => {
  const later = Object.fromEntries(
    Object.entries(read(NEWEST_COMPLETE)).map(([file, original]) => {
      const { context, subject } = original;
      const added = { added: [{ later: true }] };
      return [
        file,
        {
          ...original,
          ...added,
          context: {
            ...context,
            ...added,
            specversion: '0.12.0',
            type: context.type.replace(/\d+\.\d+\.\d+$/, '0.12.0'),
          },
          subject: {
            ...subject,
            ...added,
            content: { ...subject.content, ...added },
          },
        },
      ];
    }),
  );
  await expect(sendAll(later, 'structured')).resolves.toEqual(
    expectedOf(later),
  );
});
