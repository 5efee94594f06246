import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { fromPipeline } from './fromPipeline';
import type { Pipeline } from './types';

/**
 * What all pipeline files say together. Steps and checks come from one of them
 * only, as the ways of two tools must not be mixed: the first that names the
 * environments it deploys to.
 */
export function fromPipelines(pipelines: Pipeline[]): Proposal[] {
  const deploying = pipelines.filter(({ jobs }) =>
    jobs.some(({ deploys }) => deploys),
  );
  const [main, ...others] = [
    ...deploying.filter(namesEnvironments),
    ...deploying.filter(each => !namesEnvironments(each)),
  ];
  return main
    ? [
        ...fromPipeline(main),
        ...others
          .flatMap(fromPipeline)
          .filter(
            proposal =>
              proposal.kind === 'environment' ||
              (proposal.kind === 'item' &&
                proposal.field === 'environments.technologies'),
          ),
      ]
    : [];
}

function namesEnvironments({ jobs, choices }: Pipeline): boolean {
  return choices.length > 0 || jobs.some(({ environment }) => environment);
}
