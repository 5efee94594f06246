import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { listOf } from '../effects/jobEffect';
import { at, textField, unknown } from '../types';
import {
  deploymentsOf,
  environmentsFromPipeline,
  publishingJobsOf,
  stepsFromPipeline,
} from './fromPipeline';
import type { Pipeline } from './types';

/** More pipelines of one tool are not listed: they deploy different things. */
const MAX_LISTED = 4;

/**
 * What all pipeline files say together. Steps and checks come from one of them
 * only, as the ways of two pipelines must not be mixed: the first that names the
 * environments it deploys to. Where none deploys, the first that publishes counts.
 */
export function fromPipelines(pipelines: Pipeline[]): Proposal[] {
  const deploying = pipelines.filter(each => deploymentsOf(each).length > 0);
  const [main] = [...deploying.filter(namesEnvironments), ...deploying];
  const open = pipelines.flatMap(each =>
    each.unknown.map(({ place, reason }) =>
      unknown(reason, at(place.path, place.line)),
    ),
  );
  if (main) {
    return [
      pipelineField(main, deploying),
      ...[main, ...deploying.filter(each => each !== main)].flatMap(
        environmentsFromPipeline,
      ),
      ...stepsFromPipeline(main),
      ...open,
    ];
  }
  const publishing = pipelines.find(
    each => publishingJobsOf(each).length > 0 && !each.isPreview,
  );
  return [...(publishing ? stepsFromPipeline(publishing) : []), ...open];
}

/** The files of one tool that deploy. */
function pipelineField(main: Pipeline, deploying: Pipeline[]): Proposal {
  const same = deploying.filter(({ tool }) => tool === main.tool);
  const listed = same.length > MAX_LISTED ? [main] : same;
  const [first] = deploymentsOf(main);
  return textField(
    'deployment.pipeline',
    `${main.tool}, ${listOf(listed.map(({ path }) => codeSpan(path)))}`,
    at(first.place.path, first.place.line),
  );
}

function namesEnvironments(pipeline: Pipeline): boolean {
  return deploymentsOf(pipeline).some(
    ({ environments }) => environments.length > 0,
  );
}
