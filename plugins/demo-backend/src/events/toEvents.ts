import { digestOf, uidOf } from '../world/ids';
import type { Release } from './releases';

const SOURCE = 'https://jenkins.example.com/job/orders/order-processing';
const IMAGE = 'registry.example.com/orders/order-processing';
const PEOPLE = ['maya', 'tom', 'lena', 'daniel'];
const STAGES = ['Build', 'Test', 'Image', 'Deploy'];

export type CloudEvent = {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  time: string;
  datacontenttype: 'application/json';
  data: object;
};

/**
 * What a pipeline says of releases, as CDEvents in CloudEvents. The same
 * release has events with the same ids: sending them again changes nothing.
 *
 * @param began - when the demonstration began, which releases are told from
 * @see https://github.com/cdevents/spec
 */
export function toEvents(releases: Release[], began: Date): CloudEvent[] {
  const at = (hoursAgo: number) =>
    new Date(began.getTime() - hoursAgo * 3_600_000);
  let before: string | undefined;
  return releases.flatMap((release, index) => {
    const { version, deployedAgo, mergedAgo, rolledBackAgo } = release;
    const commit = uidOf('commit', version).replaceAll('-', '').slice(0, 40);
    const actor = PEOPLE[index % PEOPLE.length];
    const run = { id: `${100 + index}`, source: SOURCE };
    const url = `${SOURCE}/${run.id}/`;
    const shared = { commit, actor, branch: 'main' };
    const first = deployedAgo[0].hours;

    const events = [
      event('pipelinerun.started.0.3.0', at(mergedAgo - 0.02), run, {
        content: { pipelineName: 'orders/order-processing', url },
        customData: shared,
      }),
      ...STAGES.map((taskName, stage) => {
        const hours = mergedAgo - 0.02 - (stage + 1) * 0.04;
        return event(
          'taskrun.finished.0.3.0',
          at(hours),
          { id: `${run.id}/${taskName}`, source: SOURCE },
          {
            content: { taskName, pipelineRun: run, outcome: 'success' },
            customData: {},
          },
        );
      }),
      event('pipelinerun.finished.0.3.0', at(first), run, {
        content: {
          pipelineName: 'orders/order-processing',
          url,
          outcome: 'success',
        },
        customData: shared,
      }),
      ...deployedAgo.map(({ environment, hours }) =>
        deployed('service.deployed.0.3.0', at(hours), environment, version, {
          ...shared,
          mergedAt: at(mergedAgo).toISOString(),
          pipelineRun: run,
          url,
        }),
      ),
    ];
    if (rolledBackAgo !== undefined && before) {
      const incident = {
        id: `incident-${version}`,
        source: 'https://incidents.example.com',
      };
      const content = {
        description: `Orders fail since ${version}`,
        environment: { id: 'production' },
      };
      events.push(
        event('incident.detected.0.3.0', at(rolledBackAgo + 0.4), incident, {
          content,
          customData: {},
        }),
        deployed(
          'service.rolledback.0.3.0',
          at(rolledBackAgo),
          'production',
          before,
          { actor, pipelineRun: run },
        ),
        event('incident.resolved.0.3.0', at(rolledBackAgo - 0.1), incident, {
          content,
          customData: {},
        }),
      );
    } else if (deployedAgo.some(each => each.environment === 'production')) {
      before = version;
    }
    return events;
  });
}

function deployed(
  type: string,
  time: Date,
  environment: string,
  version: string,
  customData: object,
): CloudEvent {
  const digest = encodeURIComponent(digestOf(`${IMAGE}:${version}`));
  return event(
    type,
    time,
    { id: 'order-processing', source: `${environment}/order-processing` },
    {
      content: {
        environment: { id: environment },
        artifactId: `pkg:oci/order-processing@${digest}?tag=${version}&repository_url=${encodeURIComponent(
          IMAGE,
        )}`,
      },
      customData: { ...customData, version },
      version,
    },
  );
}

function event(
  type: string,
  time: Date,
  subject: { id: string; source: string },
  {
    content,
    customData,
    version,
  }: { content: object; customData: object; version?: string },
): CloudEvent {
  const timestamp = time.toISOString();
  const shared = {
    // The same after the portal has started again: what was told stays.
    id: uidOf(type, subject.source, subject.id, version ?? ''),
    source: SOURCE,
    type: `dev.cdevents.${type}`,
  };
  return {
    specversion: '1.0',
    ...shared,
    time: timestamp,
    datacontenttype: 'application/json',
    data: {
      context: { specversion: '0.5.0', ...shared, timestamp },
      subject: { ...subject, content },
      customData: {
        entityRef: 'component:default/order-processing',
        demonstration: true,
        ...customData,
      },
    },
  };
}
