import { cdEvent, type TestCdEvent } from '../../delivery/__testUtils__/events';

const BEFORE = '2026-11-27T10:00:00Z';
const AFTER = '2026-11-27T11:00:00Z';

export const DIGEST = `sha256:${'3f'.repeat(32)}`;
const DEPLOYED = `pkg:oci/shop@${encodeURIComponent(DIGEST)}?tag=1.4.0`;

type Happening = TestCdEvent & { customData: { entityRef: string } };

function about(service: string, kind: string, options: object): Happening {
  const { custom, ...more } = options as { custom?: object };
  const customData = { entityRef: `component:default/${service}`, ...custom };
  return { ...cdEvent(kind, { at: BEFORE, ...more }), customData };
}

/** A run, which is under way without an outcome. */
function run(
  service: string,
  outcome: string | undefined,
  options: { pipeline?: string; branch?: string; at?: string } = {},
): Happening {
  const { pipeline = 'shop/build', branch = 'main', at = BEFORE } = options;
  const predicate = outcome === undefined ? 'started' : 'finished';
  return about(service, `pipelinerun.${predicate}`, {
    at,
    subjectId: [service, pipeline, branch, at].join(),
    content: {
      ...(outcome !== undefined && { outcome }),
      pipelineName: pipeline,
      url: `https://ci.example.com/${service}`,
    },
    custom: branch === '' ? {} : { branch },
  });
}

function deployed(
  service: string,
  artifactId = DEPLOYED,
  options: { kind?: string; at?: string } = {},
): Happening {
  const { kind = 'service.deployed', at = BEFORE } = options;
  return about(service, kind, {
    at,
    content: { environment: { id: 'Staging' }, artifactId },
    custom: { url: `https://ci.example.com/${service}` },
  });
}

/** What happened to services, which their names tell. */
export const HAPPENINGS: Happening[] = [
  deployed('deployed'),
  deployed('broken-deployed'),
  deployed('unlike', 'pkg:generic/shop@1.5.0'),
  deployed('unversioned', 'pkg:generic/shop'),
  deployed('rolled-back'),
  deployed('rolled-back', 'pkg:generic/shop@1.3.0', {
    kind: 'service.rolledback',
    at: AFTER,
  }),
  deployed('several', 'pkg:generic/shop@1.4.0'),
  deployed('several', 'pkg:generic/worker@1.4.1', { at: AFTER }),
  run('never-read', 'success'),
  run('passed', 'success'),
  run('passed', 'failure', { branch: 'topic', at: AFTER }),
  run('broken-passed', 'success'),
  run('failed', 'success'),
  run('failed', 'failure', { at: AFTER }),
  run('lint-failed', 'success'),
  run('lint-failed', 'failure', { pipeline: 'lint' }),
  run('cancelled', 'success'),
  run('cancelled', 'cancelled', { at: AFTER }),
  run('under-way', 'success'),
  run('under-way', undefined, { at: AFTER }),
  run('overtaken', undefined),
  run('overtaken', 'success', { at: AFTER }),
  run('failed-again', 'failure'),
  run('failed-again', undefined, { at: AFTER }),
  run('unfinished', undefined),
  run('on-no-branch', 'success', { branch: '' }),
  run('on-a-branch', 'success', { branch: 'topic' }),
];
