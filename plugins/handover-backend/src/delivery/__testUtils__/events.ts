// One event of each type of CDEvents, in the shape of those in the specification's
// folder `conformance`, https://github.com/cdevents/spec, with values of its own.

const DIGEST = `sha256:${'3f'.repeat(32)}`;
export const ARTIFACT = `pkg:oci/orders@${encodeURIComponent(
  DIGEST,
)}?tag=1.4.0`;

const environment = { id: 'stable', source: '/clusters/eu' };
const repository = { id: 'shop/orders', source: 'https://git.example.com' };
const pipeline = {
  pipelineName: 'orders-deploy',
  url: 'https://ci.example.com/orders/81',
};
const task = {
  taskName: 'unit-tests',
  url: 'https://ci.example.com/orders/81/unit',
  pipelineRun: { id: 'run-81' },
};
const testRun = { environment, testSuite: { id: 'smoke', name: 'Smoke' } };
const ticket = {
  summary: 'Checkout is slow',
  creator: 'ada',
  uri: 'https://tickets.example.com/7',
};
const incident = {
  description: 'Half of the checkouts fail',
  environment,
  service: { id: 'orders' },
};
const window = {
  name: 'month-end',
  start: '2026-11-30T00:00:00Z',
  end: '2026-12-02T00:00:00Z',
};

/** The content of each type by subject and predicate, and what becomes of it. */
export const CONTENTS: Record<
  string,
  [content: object, accepted?: 'accepted']
> = {
  'artifact.deleted': [{ user: 'janitor' }],
  'artifact.downloaded': [{ user: 'deployer' }],
  'artifact.packaged': [{ change: { id: 'change-12' } }, 'accepted'],
  'artifact.published': [{ user: 'builder' }],
  'artifact.signed': [{ signature: 'c2lnbmVk' }],
  'branch.created': [{ repository }],
  'branch.deleted': [{ repository }],
  'build.finished': [{ artifactId: ARTIFACT }],
  'build.queued': [{}],
  'build.started': [{}],
  'change.abandoned': [{ repository }],
  'change.created': [{ repository, description: 'Faster checkout' }],
  'change.merged': [{ repository }, 'accepted'],
  'change.reviewed': [{ repository }],
  'change.updated': [{ repository }],
  'changewindow.access': [window],
  'changewindow.breached': [window],
  'changewindow.closed': [window],
  'changewindow.created': [window],
  'changewindow.modified': [window],
  'changewindow.opened': [window],
  'changewindow.revoked': [window],
  'deployment.finished': [
    { artifactId: ARTIFACT, environment, outcome: 'success' },
  ],
  'deployment.queued': [{ artifactId: ARTIFACT, environment }],
  'deployment.started': [{ artifactId: ARTIFACT, environment }],
  'environment.created': [{ name: 'stable', url: 'https://eu.example.com' }],
  'environment.deleted': [{ name: 'stable' }],
  'environment.modified': [{ name: 'stable', url: 'https://eu.example.com' }],
  'incident.detected': [incident, 'accepted'],
  'incident.reported': [{ ...incident, ticketURI: ticket.uri }],
  'incident.resolved': [incident, 'accepted'],
  'migration.finished': [{ outcome: 'success' }],
  'migration.queued': [{}],
  'migration.started': [{}],
  'pipelinerun.finished': [
    { ...pipeline, outcome: 'failure', errors: 'Two tests failed' },
    'accepted',
  ],
  'pipelinerun.queued': [pipeline, 'accepted'],
  'pipelinerun.started': [pipeline, 'accepted'],
  'reconciliation.finished': [{ outcome: 'success' }],
  'reconciliation.started': [{}],
  'repository.created': [
    { name: 'orders', owner: 'shop', url: 'https://git.example.com/orders' },
  ],
  'repository.deleted': [{ name: 'orders', owner: 'shop' }],
  'repository.modified': [{ name: 'orders', owner: 'shop' }],
  'scheduledexecution.canceled': [{}],
  'scheduledexecution.created': [{}],
  'scheduledexecution.missed': [{}],
  'scheduledexecution.modified': [{}],
  'scheduledexecution.triggered': [{}],
  'service.deployed': [{ environment, artifactId: ARTIFACT }, 'accepted'],
  'service.published': [{ environment }],
  'service.removed': [{ environment }],
  'service.rolledback': [{ environment, artifactId: ARTIFACT }, 'accepted'],
  'service.upgraded': [{ environment, artifactId: ARTIFACT }, 'accepted'],
  'targetrollout.finished': [{ outcome: 'success' }],
  'targetrollout.queued': [{}],
  'targetrollout.started': [{}],
  'taskrun.finished': [{ ...task, outcome: 'success' }, 'accepted'],
  'taskrun.queued': [task, 'accepted'],
  'taskrun.started': [task, 'accepted'],
  'testcaserun.finished': [{ ...testRun, outcome: 'success' }],
  'testcaserun.queued': [testRun],
  'testcaserun.skipped': [{ ...testRun, reason: 'Not for this change' }],
  'testcaserun.started': [testRun],
  'testoutput.published': [
    {
      outputType: 'report',
      format: 'text/html',
      uri: 'https://ci.example.com/r',
    },
  ],
  'testsuiterun.finished': [{ ...testRun, outcome: 'success' }],
  'testsuiterun.queued': [testRun],
  'testsuiterun.started': [testRun],
  'ticket.closed': [{ ...ticket, resolution: 'fixed' }],
  'ticket.created': [ticket],
  'ticket.updated': [ticket],
};

let lastId = 0;

/** An event of CDEvents. */
export function cdEvent(
  kind: string,
  options: {
    content?: object;
    id?: string;
    source?: string;
    subjectId?: string;
    at?: string;
    version?: string;
    custom?: object;
  } = {},
) {
  lastId += 1;
  const {
    content = CONTENTS[kind]?.[0] ?? {},
    id = `event-${lastId}`,
    source = '/ci/shop',
    subjectId = `${kind.split('.')[0]}-1`,
    at = '2026-11-20T10:00:00.125Z',
    version = '0.4.1',
    custom = { entityRef: 'component:default/orders' },
  } = options;
  return {
    context: {
      version,
      id,
      source,
      type: `dev.cdevents.${kind}.0.2.0`,
      timestamp: at,
    },
    subject: { id: subjectId, source, type: kind.split('.')[0], content },
    customData: custom,
    customDataContentType: 'application/json',
  };
}

export type TestCdEvent = ReturnType<typeof cdEvent>;

/** The CloudEvent around it, in the structured mode. */
export function structured(event: TestCdEvent) {
  const { id, source, type, timestamp } = event.context;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    time: timestamp,
    datacontenttype: 'application/json',
    data: event,
  };
}

/** The headers of the binary mode. */
export function binaryHeaders(event: TestCdEvent): Record<string, string> {
  const { id, source, type, timestamp } = event.context;
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'ce-specversion': '1.0',
    'ce-id': id,
    'ce-source': source,
    'ce-type': type,
    'ce-time': timestamp,
  };
}
