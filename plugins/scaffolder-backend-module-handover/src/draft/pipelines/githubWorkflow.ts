import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import { saysDeploy } from '../environmentNames';
import type { SourceFile } from '../types';
import { readYamlFile } from '../yamlFile';
import type { Value } from '../yamlFile';
import { readEnvironment } from './readEnvironment';
import { MAX_JOBS } from './types';
import type { Pipeline, PipelineJob } from './types';

/** Deployments to it are of documentation. */
const PAGES = 'github-pages';

/** A workflow of GitHub Actions. */
export function readGithubWorkflow(file: SourceFile): Pipeline | undefined {
  const [root] = readYamlFile(file);
  const jobs = root?.get('jobs')?.entries().slice(0, MAX_JOBS);
  if (!root || !jobs) {
    return undefined;
  }
  const trigger = readTrigger(root);
  return {
    tool: 'GitHub Actions',
    path: file.path,
    jobWord: 'job',
    start: trigger?.start,
    choices: readChoices(root),
    jobs: jobs.map(({ key, line, value }) =>
      readJob(key, line, value, trigger),
    ),
  };
}

type Trigger = Required<Pick<PipelineJob, 'trigger'>>['trigger'] & {
  start: { text: string; line: number };
};

/** What starts the workflow. Undefined where events decide that the file does not name. */
function readTrigger(root: Value): Trigger | undefined {
  const on = root.get('on');
  const events = [
    ...(on?.text ? [{ key: on.text, line: on.line, value: on }] : []),
    ...(on?.items() ?? []).map(item => ({
      key: item.text ?? '',
      line: item.line,
      value: item,
    })),
    ...(on?.entries() ?? []),
  ];
  const push = events.find(({ key }) => key === 'push');
  const branches = push?.value.get('branches');
  if (push && (branches || !push.value.get('tags'))) {
    const names = (branches?.items() ?? []).flatMap(({ text }) =>
      text ? [codeSpan(text)] : [],
    );
    return {
      kind: 'automatic',
      line: push.line,
      start: {
        text: `Merge or push${
          names.length > 0 ? ` to ${names.join(' or ')}` : ''
        }: the workflow starts by itself.`,
        line: push.line,
      },
    };
  }
  const [only, another] = events;
  return only?.key === 'workflow_dispatch' && !another
    ? {
        kind: 'manual',
        line: only.line,
        start: { text: 'Start the workflow by hand.', line: only.line },
      }
    : undefined;
}

function readChoices(root: Value): Pipeline['choices'] {
  const input = root.get('on', 'workflow_dispatch', 'inputs', 'environment');
  return (input?.get('options')?.items() ?? []).flatMap(({ text, line }) =>
    text ? [{ name: text, line }] : [],
  );
}

function readJob(
  id: string,
  line: number,
  job: Value,
  workflow: Trigger | undefined,
): PipelineJob {
  const declared = job.get('environment') ?? job.get('with', 'environment');
  const isPages = (declared?.get('name') ?? declared)?.text === PAGES;
  const environment = isPages
    ? undefined
    : readEnvironment(declared, { name: id, line });
  const needs = job.get('needs');
  return {
    name: id,
    line,
    environment,
    deploys: Boolean(environment) || (!isPages && saysDeploy(id)),
    trigger: readJobTrigger(job, workflow),
    required: job.get('continue-on-error')?.text !== 'true',
    after: [
      ...(needs?.text ? [needs.text] : []),
      ...(needs?.items() ?? []).flatMap(({ text }) => text ?? []),
    ],
    script: (job.get('steps')?.items() ?? []).flatMap(
      each => each.get('run')?.lines() ?? [],
    ),
  };
}

/** A condition of the job may change what starts the workflow means for it. */
function readJobTrigger(
  job: Value,
  workflow: Trigger | undefined,
): PipelineJob['trigger'] {
  const condition = job.get('if');
  if (!condition?.text) {
    return workflow && { kind: workflow.kind, line: workflow.line };
  }
  const plain = condition.text.replace(/^\s*\$\{\{|\}\}\s*$/g, '').trim();
  if (/^github\.event_name == 'workflow_dispatch'$/.test(plain)) {
    return { kind: 'manual', line: condition.line };
  }
  return workflow && /^github\.ref(_name)? == '[^']*'$/.test(plain)
    ? { kind: workflow.kind, line: workflow.line }
    : undefined;
}
