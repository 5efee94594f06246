import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import { jobEffect } from '../../effects/jobEffect';
import { saysDeploy } from '../../effects/scriptName';
import { environmentOfDeployment } from '../../environmentNames';
import type { RepositoryFiles } from '../../RepositoryFiles';
import type { SourceFile } from '../../types';
import type { Value } from '../../yamlFile';
import { namespaceIn } from '../namespaceIn';
import { jobsNotRead, MAX_JOBS } from '../types';
import type { JobEnvironment, Pipeline, PipelineJob, Unknown } from '../types';
import { readRemoteCall } from './calls';
import { Scope, placeOf } from './Scope';
import type { Resolved } from './Scope';
import { readSteps } from './steps';
import {
  ignoresOthers,
  isForProposals,
  isSwitchedOff,
  readTrigger,
  triggerOfJob,
} from './triggers';
import type { WorkflowTrigger } from './triggers';

/** Deployments to it are of a site for everybody, mostly of documentation. */
const PAGES = 'github-pages';

/** Workflows that call others are followed this deep, as GitHub does at most. */
const MAX_CALLS = 4;

/** A workflow of GitHub Actions, with the workflows of its repository that it calls. */
export function readGithubWorkflow(
  file: SourceFile,
  repository: RepositoryFiles,
): Pipeline | undefined {
  const [root] = repository.read(file);
  if (!root?.get('jobs')) {
    return undefined;
  }
  const trigger = readTrigger(root);
  if (trigger.isOnlyCalled) {
    return undefined;
  }
  const unknown: Unknown[] = [];
  const jobs = readJobs(root, {
    repository,
    unknown,
    trigger,
    scope: Scope.create(dispatchInputs(root)),
    depth: 0,
  });
  return {
    tool: 'GitHub Actions',
    path: file.path,
    jobWord: 'job',
    isPreview: trigger.isPreview,
    start: trigger.start,
    jobs: jobs.slice(0, MAX_JOBS),
    unknown,
  };
}

type Context = {
  repository: RepositoryFiles;
  unknown: Unknown[];
  trigger: WorkflowTrigger;
  scope: Scope;
  depth: number;
};

/** What whoever starts the workflow by hand chooses from. */
function dispatchInputs(root: Value): Map<string, Resolved> {
  const inputs = root.get('on', 'workflow_dispatch', 'inputs')?.entries() ?? [];
  return new Map(
    inputs.flatMap(({ key, value }): [string, Resolved][] => {
      const options = (value.get('options')?.items() ?? []).flatMap(each =>
        each.text ? [{ text: each.text, place: placeOf(each) }] : [],
      );
      return options.length > 0 ? [[key, { kind: 'one', options }]] : [];
    }),
  );
}

function readJobs(root: Value, context: Context): PipelineJob[] {
  const scope = context.scope.withEnv(root.get('env'));
  const jobs: PipelineJob[] = [];
  for (const { key, line, value } of root.get('jobs')?.entries() ?? []) {
    if (jobs.length >= MAX_JOBS) {
      context.unknown.push(jobsNotRead('job', { path: value.path, line }));
      break;
    }
    if (!isSwitchedOff(value)) {
      const inner = {
        ...context,
        scope: scope.withMatrix(value).withEnv(value.get('env')),
      };
      const uses = value.get('uses');
      jobs.push(
        ...(uses?.text
          ? readCall(key, line, value, uses, inner)
          : [readJob(key, line, value, inner)]),
      );
    }
  }
  return jobs;
}

/** What is the same for all jobs. */
function baseOf(
  name: string,
  line: number,
  job: Value,
  { trigger }: Context,
): Omit<PipelineJob, 'effect'> {
  const needs = job.get('needs');
  const after = [
    ...(needs?.text ? [needs.text] : []),
    ...(needs?.items() ?? []).flatMap(({ text }) => text ?? []),
  ];
  return {
    name,
    place: { path: job.path, line },
    environments: [],
    choice: 'all',
    isReview: isForProposals(job),
    trigger: triggerOfJob(job, trigger),
    condition: job.get('if')?.text?.trim(),
    required: job.get('continue-on-error')?.text !== 'true',
    after: ignoresOthers(job) ? [] : after,
  };
}

function readJob(
  name: string,
  line: number,
  job: Value,
  context: Context,
): PipelineJob {
  const { repository, scope, unknown } = context;
  const base = baseOf(name, line, job, context);
  const { effects, commands } = readSteps(
    job.get('steps')?.items() ?? [],
    repository,
  );
  const declared = readEnvironment(job.get('environment'), scope);
  const effect = jobEffect(effects, {
    name,
    // What runs every night is seldom a deployment: it has to show that it is.
    declares: declared !== undefined && !context.trigger.isScheduled,
  });
  if (effect.kind === 'unknown' && saysDeploy(name)) {
    unknown.push({
      place: base.place,
      reason: `whether the job ${codeSpan(name)} deploys: what ${codeSpan(
        effect.what,
      )} does is not known`,
    });
  }
  if (effect.kind !== 'deploys') {
    return { ...base, effect };
  }
  const said = environmentOfDeployment(name);
  const namespace = namespaceIn(commands);
  return {
    ...base,
    effect,
    environments:
      declared?.environments ??
      (said && !job.get('environment')
        ? [{ name: said, place: base.place }]
        : []),
    choice: declared?.choice ?? 'all',
    isReview: base.isReview || (declared?.isReview ?? false),
    // Which of several environments it starts for by itself is not known.
    trigger:
      declared?.choice === 'one' && base.trigger?.kind === 'automatic'
        ? undefined
        : base.trigger,
    ...(namespace && { namespace }),
  };
}

type Declared = Pick<PipelineJob, 'environments' | 'choice' | 'isReview'>;

/**
 * The environments that `environment` names. Undefined where it names none, or
 * only borrows its secrets and rules (`deployment: false`).
 */
function readEnvironment(
  environment: Value | undefined,
  scope: Scope,
): Declared | undefined {
  const name = environment?.get('name') ?? environment;
  const deployment = environment?.get('deployment');
  if (
    !name?.text ||
    name.text === PAGES ||
    (deployment && deployment.text !== 'true')
  ) {
    return undefined;
  }
  const resolved = scope.resolve(name);
  if (resolved.kind === 'unknown') {
    return { environments: [], choice: 'all', isReview: resolved.isPerBranch };
  }
  const url = environment?.get('url');
  const link =
    url?.text && !url.text.includes('$') && resolved.options.length === 1
      ? { text: url.text, place: placeOf(url) }
      : undefined;
  return {
    choice: resolved.kind,
    isReview: false,
    environments: resolved.options.map(
      ({ text, place }): JobEnvironment => ({
        name: text,
        place,
        ...(link && { url: link }),
      }),
    ),
  };
}

/** A job that calls another workflow. */
function readCall(
  name: string,
  line: number,
  job: Value,
  uses: Value,
  context: Context,
): PipelineJob[] {
  const base = baseOf(name, line, job, context);
  const path = uses.text ?? '';
  if (path.startsWith('./')) {
    const called = path.replace(/^(\.\/)+/, '');
    const [root] = context.repository.yaml(called) ?? [];
    if (root && context.depth < MAX_CALLS) {
      return inlineCall(base, job, root, context);
    }
  }
  const { effect, environments, choice, url } = readRemoteCall(
    path,
    job,
    context.scope,
  );
  context.unknown.push({
    place: placeOf(uses),
    reason: `what the job ${codeSpan(
      name,
    )} does in detail: the workflow ${codeSpan(path)} is not in the repository`,
  });
  return [
    {
      ...base,
      effect,
      choice,
      environments: environments.map(({ text, place }) => ({
        name: text,
        place,
        ...(url && environments.length === 1 && { url }),
      })),
      trigger:
        choice === 'one' && base.trigger?.kind === 'automatic'
          ? undefined
          : base.trigger,
    },
  ];
}

/** The jobs of a workflow in place of the job that calls it. */
function inlineCall(
  base: Omit<PipelineJob, 'effect'>,
  job: Value,
  root: Value,
  context: Context,
): PipelineJob[] {
  const inner = readJobs(root, {
    ...context,
    depth: context.depth + 1,
    scope: Scope.create(callInputs(job, root, context.scope)),
    // A condition of the call holds for all of it.
    trigger: { ...context.trigger, trigger: base.trigger },
  }).map(each => ({
    ...each,
    isReview: base.isReview || each.isReview,
    condition:
      [base.condition, each.condition].filter(Boolean).join(' && ') ||
      undefined,
  }));
  const acting = inner.filter(({ effect }) => effect.kind !== 'runs');
  if (acting.length <= 1 && inner.length > 0) {
    // One name for all of it, as the caller knows it.
    const [only] = acting.length === 1 ? acting : inner;
    return [
      {
        ...only,
        name: base.name,
        place: base.place,
        condition: base.condition,
        isReview: base.isReview || only.isReview,
        required: base.required,
        after: base.after,
        effect: acting.length === 1 ? only.effect : { kind: 'runs' },
      },
    ];
  }
  const nameOf = (each: string) => `${base.name} / ${each}`;
  return [
    ...inner.map(each => ({
      ...each,
      name: nameOf(each.name),
      after: [...base.after, ...each.after.map(nameOf)],
    })),
    // Who waits for the call waits for all of its jobs.
    {
      ...base,
      effect: { kind: 'runs' },
      isGroup: true,
      after: inner.map(each => nameOf(each.name)),
    },
  ];
}

/** What the inputs of a called workflow are: what the call gives them, or their defaults. */
function callInputs(
  job: Value,
  root: Value,
  scope: Scope,
): Map<string, Resolved> {
  const defaults = (
    root.get('on', 'workflow_call', 'inputs')?.entries() ?? []
  ).flatMap(({ key, value }): [string, Resolved][] => {
    const given = value.get('default');
    return given?.text
      ? [
          [
            key,
            {
              kind: 'all',
              options: [{ text: given.text, place: placeOf(given) }],
            },
          ],
        ]
      : [];
  });
  const given = (job.get('with')?.entries() ?? []).map(
    ({ key, value }): [string, Resolved] => [key, scope.resolve(value)],
  );
  return new Map([...defaults, ...given]);
}
