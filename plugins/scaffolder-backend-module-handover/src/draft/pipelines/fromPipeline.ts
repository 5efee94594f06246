import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type {
  Evidence,
  Proposal,
} from '@backstage-handover/plugin-handover-common/proposals';
import { commonEnvironmentKey } from '@backstage-handover/plugin-handover-common/proposals';
import { at, technology, textField } from '../types';
import { namespaceIn } from './namespaceIn';
import type { Pipeline, PipelineJob } from './types';

const CHECKS =
  /(^|[^a-z])(tests?|lint|check|checks|verify|scan|audit|analysis|analy[sz]e|sonar|quality|e2e|integration|smoke)([^a-z]|$)/i;

/** What a pipeline file says about deployments. Nothing when it does not deploy. */
export function fromPipeline(pipeline: Pipeline): Proposal[] {
  const { tool, path, jobs, choices } = pipeline;
  const deployments = jobs.filter(job => job.deploys);
  const [first] = deployments;
  if (!first) {
    return [];
  }
  const last = deployments.at(-1) ?? first;
  return [
    technology(tool, at(path, 1)),
    textField(
      'deployment.pipeline',
      `${tool}, ${codeSpan(path)}`,
      at(path, first.line),
    ),
    ...choices.map(
      ({ name, line }): Proposal => ({
        kind: 'environment',
        name,
        values: {},
        evidence: at(path, line),
      }),
    ),
    ...deployments.flatMap(job => fromDeployment(job, pipeline)),
    ...stepsOf(pipeline, deployments),
    ...jobs
      .filter(job => isCheck(job) && ancestors(first, jobs).has(job.name))
      .map(job => passes('deployment.preChecks', job, pipeline)),
    ...jobs
      .filter(job => isCheck(job) && ancestors(job, jobs).has(last.name))
      .map(job => passes('deployment.postChecks', job, pipeline)),
  ];
}

function isCheck(job: PipelineJob): boolean {
  return !job.deploys && job.required && CHECKS.test(job.name);
}

function fromDeployment(
  job: PipelineJob,
  { path, jobs }: Pipeline,
): Proposal[] {
  const { environment, trigger } = job;
  if (!environment) {
    return [];
  }
  const { name } = environment;
  const namespace = namespaceIn(job.script);
  const previous = jobs
    .filter(
      other =>
        other.environment &&
        commonEnvironmentKey(other.environment.name) !==
          commonEnvironmentKey(name) &&
        ancestors(job, jobs).has(other.name),
    )
    .at(-1)?.environment;
  return [
    {
      kind: 'environment',
      name,
      values: {},
      evidence: at(path, environment.line),
    },
    ...(environment.url
      ? [
          {
            kind: 'environment' as const,
            name,
            values: { url: environment.url.text },
            evidence: at(path, environment.url.line),
          },
        ]
      : []),
    ...(previous
      ? [
          {
            kind: 'environment' as const,
            name,
            values: { promotedFrom: previous.name },
            evidence: at(path, job.line),
          },
        ]
      : []),
    ...(namespace
      ? [
          {
            kind: 'environment' as const,
            name,
            values: { namespace: namespace.text },
            evidence: at(path, namespace.line),
          },
        ]
      : []),
    ...(trigger
      ? [
          {
            kind: 'environment' as const,
            name,
            values: { trigger: trigger.kind },
            evidence: at(path, trigger.line),
          },
        ]
      : []),
  ];
}

/** What happens on the way to the last deployment, without what is beside the way. */
function stepsOf(
  { path, jobWord, start, jobs }: Pipeline,
  deployments: PipelineJob[],
): Proposal[] {
  const onTheWay = new Set(
    deployments.flatMap(job => [job.name, ...ancestors(job, jobs)]),
  );
  return [
    ...(start ? [step(start.text, at(path, start.line))] : []),
    ...jobs
      .filter(job => onTheWay.has(job.name))
      .map(job => {
        const name = codeSpan(job.name);
        const to = job.environment
          ? ` to ${codeSpan(job.environment.name)}`
          : '';
        const what = job.deploys ? `deploys${to}` : 'runs';
        return step(
          job.trigger?.kind === 'manual' && job.deploys
            ? `Start the ${jobWord} ${name} by hand, or approve it: it ${what}.`
            : `The ${jobWord} ${name} ${what}.`,
          at(path, job.line),
        );
      }),
  ];
}

function step(text: string, evidence: Evidence): Proposal {
  return {
    kind: 'item',
    field: 'deployment.steps',
    value: { do: text },
    evidence,
  };
}

function passes(
  field: 'deployment.preChecks' | 'deployment.postChecks',
  job: PipelineJob,
  { path, jobWord }: Pipeline,
): Proposal {
  return {
    kind: 'item',
    field,
    value: `The ${jobWord} ${codeSpan(job.name)} has passed.`,
    evidence: at(path, job.line),
  };
}

/** Names of all jobs that must have passed before one, directly or not. */
function ancestors(job: PipelineJob, jobs: PipelineJob[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...job.after];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!found.has(name)) {
      found.add(name);
      waiting.push(...(jobs.find(each => each.name === name)?.after ?? []));
    }
  }
  return found;
}
