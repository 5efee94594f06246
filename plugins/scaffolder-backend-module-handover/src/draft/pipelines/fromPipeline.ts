import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type {
  EnvironmentValues,
  Evidence,
  Proposal,
} from '@backstage-handover/plugin-handover-common/proposals';
import { commonEnvironmentKey } from '@backstage-handover/plugin-handover-common/proposals';
import { listOf } from '../effects/jobEffect';
import { at, technology } from '../types';
import { JobGraph } from './graph';
import type { JobEnvironment, Pipeline, PipelineJob, Place } from './types';

const CHECKS =
  /(^|[^a-z])(tests?|lint|check|checks|verify|scan|audit|analysis|analy[sz]e|sonar|quality|e2e|integration|smoke)([^a-z]|$)/i;

/** A stage `Deploy to Test` is no check, whatever it does. */
const DEPLOYS = /(^|[^a-z])deploy(s|ing)?([^a-z]|$)/i;

/** The jobs that deploy for everybody, and not for one branch or proposal only. */
export function deploymentsOf({ jobs, isPreview }: Pipeline): PipelineJob[] {
  return jobs.filter(
    ({ effect, isReview }) =>
      effect.kind === 'deploys' && !isReview && !isPreview,
  );
}

/** The jobs that publish something. */
export function publishingJobsOf(pipeline: Pipeline): PipelineJob[] {
  return pipeline.jobs.filter(({ effect }) => effect.kind === 'publishes');
}

/** The tool and the environments: what pipelines may say side by side. */
export function environmentsFromPipeline(pipeline: Pipeline): Proposal[] {
  const graph = JobGraph.create(pipeline);
  return [
    technology(pipeline.tool, at(pipeline.path, 1)),
    ...graph
      .inOrder()
      .filter(job => deploymentsOf(pipeline).includes(job))
      .flatMap(job => fromDeployment(job, pipeline, graph)),
  ];
}

/** The way to the last deployment, and what is checked before and after. */
export function stepsFromPipeline(pipeline: Pipeline): Proposal[] {
  const graph = JobGraph.create(pipeline);
  const jobs = graph.inOrder();
  const deployments = deploymentsOf(pipeline);
  const targets =
    deployments.length > 0 ? deployments : publishingJobsOf(pipeline);
  const checks = jobs.filter(
    job =>
      !job.isGroup &&
      job.effect.kind !== 'deploys' &&
      job.required &&
      CHECKS.test(job.name) &&
      !DEPLOYS.test(job.name),
  );
  const isBeforeAll = (check: PipelineJob) =>
    targets.every(target => graph.hasPassed(check, target));
  const isAfterAll = (check: PipelineJob) =>
    targets.every(
      ({ name, condition }) =>
        graph.before(check).has(name) &&
        (check.condition === undefined || check.condition === condition),
    );
  return [
    ...steps(pipeline, targets, graph),
    ...(deployments.length > 0
      ? [
          ...checks
            .filter(isBeforeAll)
            .map(job => passed('deployment.preChecks', job, pipeline)),
          ...checks
            .filter(isAfterAll)
            .map(job => passed('deployment.postChecks', job, pipeline)),
        ]
      : []),
  ];
}

function fromDeployment(
  job: PipelineJob,
  { jobs }: Pipeline,
  graph: JobGraph,
): Proposal[] {
  const trigger = graph.triggerOf(job);
  const [only] = job.environments.length === 1 ? job.environments : [];
  const previous = only && previousOf(job, only, jobs, graph);
  const about = (
    { name }: JobEnvironment,
    values: EnvironmentValues,
    place: Place,
  ): Proposal => ({
    kind: 'environment',
    name,
    values,
    evidence: placed(place),
  });
  return job.environments.flatMap(environment => [
    about(environment, {}, environment.place),
    ...(environment.url
      ? [
          about(
            environment,
            { url: environment.url.text },
            environment.url.place,
          ),
        ]
      : []),
    ...(previous
      ? [about(environment, { promotedFrom: previous.name }, job.place)]
      : []),
    ...(only && job.namespace
      ? [
          about(
            environment,
            { namespace: job.namespace.text },
            job.namespace.place,
          ),
        ]
      : []),
    ...(trigger
      ? [about(environment, { trigger: trigger.kind }, trigger.place)]
      : []),
  ]);
}

/** The environment that is deployed to last before, where there is exactly one. */
function previousOf(
  job: PipelineJob,
  environment: JobEnvironment,
  jobs: readonly PipelineJob[],
  graph: JobGraph,
): JobEnvironment | undefined {
  const before = jobs.filter(
    other =>
      other.effect.kind === 'deploys' &&
      !other.isReview &&
      other.environments.length === 1 &&
      commonEnvironmentKey(other.environments[0].name) !==
        commonEnvironmentKey(environment.name) &&
      graph.hasPassed(other, job),
  );
  const nearest = before.filter(
    each => !before.some(other => graph.before(other).has(each.name)),
  );
  const keys = new Set(
    nearest.map(({ environments: [{ name }] }) => commonEnvironmentKey(name)),
  );
  return keys.size === 1 ? nearest[0].environments[0] : undefined;
}

/** What happens on the way to the targets, without what is beside the way. */
function steps(
  pipeline: Pipeline,
  targets: readonly PipelineJob[],
  graph: JobGraph,
): Proposal[] {
  const { path, start } = pipeline;
  const isOnTheWay = (job: PipelineJob) =>
    targets.includes(job) ||
    targets.some(target => graph.hasPassed(job, target) && !job.isReview);
  return [
    ...(start ? [step(start.text, at(path, start.line))] : []),
    ...graph
      .inOrder()
      .filter(job => !job.isGroup && isOnTheWay(job))
      .map(job => step(describe(job, pipeline), placed(job.place))),
  ];
}

function describe(job: PipelineJob, pipeline: Pipeline): string {
  const { effect, environments, choice, asks } = job;
  const subject = `${pipeline.jobWord} ${codeSpan(job.name)}`;
  const to =
    environments.length > 0
      ? ` to ${listOf(
          environments.map(({ name }) => codeSpan(name)),
          choice === 'one' ? 'or' : 'and',
        )}`
      : '';
  const byHand = byHandOf(job, pipeline);
  switch (effect.kind) {
    case 'deploys':
      if (asks) {
        return `Approve the ${subject}: it deploys${to}.`;
      }
      return byHand
        ? `${byHand}: it deploys${to}.`
        : `The ${subject} deploys${to}.`;
    case 'publishes':
      return `The ${subject} publishes ${effect.what}.`;
    case 'asks':
      return `The ${subject} waits for approval.`;
    default:
      if (asks) {
        return `The ${subject} waits for approval.`;
      }
      return byHand ? `${byHand}.` : `The ${subject} runs.`;
  }
}

/** What somebody does for a job to start. Nothing more than starting the workflow. */
function byHandOf(
  { name, trigger }: PipelineJob,
  { jobWord, start, path }: Pipeline,
): string | undefined {
  const isOfWorkflow =
    start !== undefined &&
    trigger?.place.path === path &&
    trigger.place.line === start.line;
  return trigger?.kind === 'manual' && !isOfWorkflow
    ? `Start the ${jobWord} ${codeSpan(name)} manually`
    : undefined;
}

function placed({ path, line }: Place): Evidence {
  return at(path, line);
}

function step(text: string, evidence: Evidence): Proposal {
  return {
    kind: 'item',
    field: 'deployment.steps',
    value: { do: text },
    evidence,
  };
}

function passed(
  field: 'deployment.preChecks' | 'deployment.postChecks',
  job: PipelineJob,
  { jobWord }: Pipeline,
): Proposal {
  return {
    kind: 'item',
    field,
    value: `The ${jobWord} ${codeSpan(job.name)} has passed.`,
    evidence: placed(job.place),
  };
}
