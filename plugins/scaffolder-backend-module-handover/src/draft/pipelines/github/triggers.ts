import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import { listOf } from '../../effects/jobEffect';
import type { Value } from '../../yamlFile';
import type { Trigger } from '../types';
import { placeOf } from './Scope';

/** What starts a workflow. */
export type WorkflowTrigger = {
  /** Undefined where events decide that the file does not name. */
  trigger: Trigger | undefined;
  start?: { text: string; line: number };
  /** Only changes that are proposed start it. */
  isPreview: boolean;
  /** The clock starts it, and otherwise somebody by hand. */
  isScheduled: boolean;
  /** Nothing but other workflows starts it. */
  isOnlyCalled: boolean;
};

const PROPOSALS =
  /^(pull_request|pull_request_target|merge_group|pull_request_review|issue_comment)$/;

/** Reads `on`. */
export function readTrigger(root: Value): WorkflowTrigger {
  const on = root.get('on') ?? root.get('true');
  const events = [
    ...(on?.text ? [{ key: on.text, value: on }] : []),
    ...(on?.items() ?? []).map(item => ({ key: item.text ?? '', value: item })),
    ...(on?.entries() ?? []),
  ];
  const names = events.map(({ key }) => key);
  const lineOf = (name: string) =>
    on?.entries().find(({ key }) => key === name)?.line ??
    events.find(({ key }) => key === name)?.value.line ??
    1;
  return {
    ...startOf(events, lineOf, root.path),
    isPreview: names.length > 0 && names.every(name => PROPOSALS.test(name)),
    isScheduled:
      names.includes('schedule') &&
      names.every(name => /^(schedule|workflow_dispatch)$/.test(name)),
    isOnlyCalled: names.length === 1 && names[0] === 'workflow_call',
  };
}

function startOf(
  events: { key: string; value: Value }[],
  lineOf: (name: string) => number,
  path: string,
): Pick<WorkflowTrigger, 'trigger' | 'start'> {
  const push = events.find(({ key }) => key === 'push')?.value;
  const branches = push?.get('branches');
  const isOfTags = push?.get('tags') !== undefined && !branches;
  if (push && !isOfTags) {
    const line = lineOf('push');
    return {
      trigger: { kind: 'automatic', place: { path, line } },
      start: { text: describePush(push), line },
    };
  }
  const others = events.filter(({ key }) => key !== 'workflow_call');
  const [only, another] = others;
  if (only?.key === 'workflow_dispatch' && !another) {
    const line = lineOf('workflow_dispatch');
    return {
      trigger: { kind: 'manual', place: { path, line } },
      start: { text: 'Start the workflow manually.', line },
    };
  }
  return { trigger: undefined };
}

function describePush(push: Value): string {
  const texts = (key: string) => {
    const value = push.get(key);
    return value?.text
      ? [value.text]
      : (value?.items() ?? []).flatMap(({ text }) => text ?? []);
  };
  const branches = texts('branches').filter(
    each => !each.startsWith('!') && !/^\*+$/.test(each),
  );
  const to =
    branches.length > 0
      ? ` to ${listOf(
          branches.map(each => codeSpan(each)),
          'or',
        )}`
      : '';
  const isOfSomePaths = push.get('paths') ?? push.get('paths-ignore');
  return `Merge or push${to}: the workflow starts automatically${
    isOfSomePaths
      ? ', if the change is in the paths that the workflow names'
      : ''
  }.`;
}

/** A condition that only says for which branch, repository or outcome a job runs. */
const NEUTRAL =
  /^(success\(\)|!\s*cancelled\(\)|!\s*failure\(\)|github\.ref(_name)? == '[^']*'|github\.repository(_owner)? == '[^']*'|github\.event_name != '(pull_request|pull_request_target|schedule|workflow_dispatch)'|github\.event_name == 'push'|github\.event\.repository\.fork == false|github\.ref == format\([^)]*\)|startsWith\(github\.ref, 'refs\/heads\/[^']*'\))$/;

/** A condition of a job may change what starts the workflow means for it. */
export function triggerOfJob(
  job: Value,
  workflow: WorkflowTrigger,
): Trigger | undefined {
  const condition = job.get('if');
  const terms = conditionTerms(condition);
  if (workflow.trigger?.kind === 'manual') {
    return workflow.trigger;
  }
  if (
    condition &&
    terms.some(term => /^github\.event_name == 'workflow_dispatch'$/.test(term))
  ) {
    return { kind: 'manual', place: placeOf(condition) };
  }
  return terms.every(term => NEUTRAL.test(term)) ? workflow.trigger : undefined;
}

/** Does a job run only for changes that are proposed? */
export function isForProposals(job: Value): boolean {
  return conditionTerms(job.get('if')).some(term =>
    /^github\.event_name == '(pull_request|pull_request_target)'$|^github\.event\.(pull_request|number|action)\b(?!.*merged)/.test(
      term,
    ),
  );
}

/** Does a job run although what it waits for has failed or did not run? */
export function ignoresOthers(job: Value): boolean {
  return /\b(always|failure|cancelled)\(\)|\bneeds\.\S+\.result\b/.test(
    job.get('if')?.text ?? '',
  );
}

/** A job that never runs. */
export function isSwitchedOff(job: Value): boolean {
  return conditionTerms(job.get('if')).includes('false');
}

/** Longer conditions are of something else. */
const MAX_CONDITION = 2_000;

/** The parts of a condition that must all hold. */
export function conditionTerms(condition: Value | undefined): string[] {
  const text = condition?.text ?? '';
  if (text.length > MAX_CONDITION) {
    return [text];
  }
  const plain = text
    .trim()
    .replace(/^\$\{\{([\s\S]*)\}\}$/, '$1')
    .replace(/"/g, "'")
    .trim();
  return plain === ''
    ? []
    : plain.split('&&').map(term =>
        term
          .trim()
          .replace(/^\((.*)\)$/, '$1')
          .split(/(==|!=)/)
          .map(part => part.trim())
          .join(' '),
      );
}
