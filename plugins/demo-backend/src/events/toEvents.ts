import { digestOf, uidOf } from '../world/ids';
import type { ReleasedService } from './releases';

const PEOPLE = ['maya', 'tom', 'lena', 'daniel'];

export type CloudEvent = {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  time: string;
  datacontenttype: 'application/json';
  data: object;
};

/** Where a service's deployments are made, apart from its builds. */
function deployJobOf({ name, team }: ReleasedService): string {
  return `https://jenkins.example.com/job/${team}/job/${name}-deploy`;
}

/**
 * What a pipeline says of a service's releases, as CDEvents in CloudEvents. The
 * same release has events with the same ids: sending them again changes nothing.
 *
 * @param began - When the demonstration began. Times of releases are relative to it.
 * @see https://github.com/cdevents/spec
 */
export function toEvents(service: ReleasedService, began: Date): CloudEvent[] {
  const source = deployJobOf(service);
  const { team, path, releases } = service;
  const last = path[path.length - 1];
  const event = eventOf(service);
  const deployed = deployedOf(service);
  const at = (hoursAgo: number) =>
    new Date(began.getTime() - hoursAgo * 3_600_000);
  let before: string | undefined;
  return releases.flatMap((release, index) => {
    const { version, deployedAgo, mergedAgo, rolledBackAgo } = release;
    const commit = uidOf('commit', version).replaceAll('-', '').slice(0, 40);
    const actor = PEOPLE[index % PEOPLE.length];
    const run = { id: `${100 + index}`, source };
    const url = `${source}/${run.id}/`;
    const shared = { commit, actor, branch: 'main' };
    const pipelineName = `${team}/${service.name}-deploy`;
    const reached = deployedAgo[deployedAgo.length - 1].hours;

    const events = [
      event('pipelinerun.started.0.3.0', at(mergedAgo - 0.02), run, {
        content: { pipelineName, url },
        customData: shared,
      }),
      ...deployedAgo.map(({ environment, hours }) =>
        event(
          'taskrun.finished.0.3.0',
          at(hours),
          { id: `${run.id}/${environment}`, source },
          {
            content: {
              taskName: `Deploy to ${environment}`,
              pipelineRun: run,
              outcome: 'success',
            },
            customData: {},
          },
        ),
      ),
      event('pipelinerun.finished.0.3.0', at(reached), run, {
        content: { pipelineName, url, outcome: 'success' },
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
        id: `incident-${service.name}-${version}`,
        source: 'https://incidents.example.com',
      };
      const content = {
        description: `${service.name} fails since ${version}`,
        environment: { id: last },
      };
      events.push(
        event('incident.detected.0.3.0', at(rolledBackAgo + 0.4), incident, {
          content,
          customData: {},
        }),
        deployed('service.rolledback.0.3.0', at(rolledBackAgo), last, before, {
          actor,
          pipelineRun: run,
        }),
        event('incident.resolved.0.3.0', at(rolledBackAgo - 0.1), incident, {
          content,
          customData: {},
        }),
      );
    } else if (deployedAgo.some(each => each.environment === last)) {
      before = version;
    }
    return events;
  });
}

/** Where something was put. */
function deployedOf(service: ReleasedService) {
  const { name, team } = service;
  const image = `registry.example.com/${team}/${name}`;
  const event = eventOf(service);
  return (
    type: string,
    time: Date,
    environment: string,
    version: string,
    customData: object,
  ): CloudEvent => {
    const digest = encodeURIComponent(digestOf(`${image}:${version}`));
    return event(
      type,
      time,
      { id: name, source: `${environment}/${name}` },
      {
        content: {
          environment: { id: environment },
          artifactId: `pkg:oci/${name}@${digest}?tag=${version}&repository_url=${encodeURIComponent(
            image,
          )}`,
        },
        customData: { ...customData, version },
        version,
      },
    );
  };
}

function eventOf(service: ReleasedService) {
  const source = deployJobOf(service);
  return (
    type: string,
    time: Date,
    subject: { id: string; source: string },
    {
      content,
      customData,
      version,
    }: { content: object; customData: object; version?: string },
  ): CloudEvent => {
    const timestamp = time.toISOString();
    const shared = {
      // Stays the same after a restart, because events that were sent stay stored.
      id: uidOf(type, subject.source, subject.id, version ?? ''),
      source,
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
          entityRef: `component:default/${service.name}`,
          demonstration: true,
          ...customData,
        },
      },
    };
  };
}
