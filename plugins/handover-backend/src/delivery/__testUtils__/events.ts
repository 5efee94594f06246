const ARTIFACT = `pkg:oci/orders@${encodeURIComponent(
  `sha256:${'3f'.repeat(32)}`,
)}?tag=1.4.0`;

const pipeline = {
  pipelineName: 'orders-deploy',
  url: 'https://ci.example.com/orders/81',
};
const incident = {
  description: 'Half of the checkouts fail',
  environment: { id: 'stable' },
};

/** What an event holds unless a test says otherwise, by subject and predicate. */
const CONTENTS: Record<string, object> = {
  'artifact.packaged': { change: { id: 'change-12' } },
  'incident.detected': incident,
  'incident.resolved': incident,
  'pipelinerun.finished': { ...pipeline, outcome: 'failure' },
  'pipelinerun.queued': pipeline,
  'pipelinerun.started': pipeline,
  'service.deployed': {
    environment: { id: 'stable' },
    artifactId: ARTIFACT,
  },
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
    content = CONTENTS[kind] ?? {},
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

/** As much of an event of CDEvents as the CloudEvent around it repeats. */
export type TestCdEvent = {
  context: { id: string; source: string; type: string; timestamp: string };
  subject: { id: string };
};

/** The CloudEvent around it, in the structured mode. */
export function structured(event: TestCdEvent) {
  const { id, source, type, timestamp } = event.context;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: event.subject.id,
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
    'ce-subject': event.subject.id,
    'ce-time': timestamp,
  };
}
