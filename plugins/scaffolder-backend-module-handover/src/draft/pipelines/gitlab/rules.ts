import type { Value } from '../../yamlFile';
import type { Trigger } from '../types';
import type { GitlabConfig } from './GitlabConfig';
import type { GitlabJob } from './GitlabJob';

/** When a job runs. */
export type Timing = {
  /** It never runs. */
  isOff: boolean;
  trigger: Trigger | undefined;
  /** What comes after it waits for it. */
  isBlocking: boolean;
  /** It only runs for merge requests. */
  isPreview: boolean;
  /** What decides whether it runs, as the file says it. */
  condition: string | undefined;
};

/** A comparison with the branch or with what was pushed. */
const BRANCH_TERM =
  /^!?\s*\$\{?(CI_COMMIT_BRANCH|CI_COMMIT_REF_NAME|CI_DEFAULT_BRANCH|CI_COMMIT_REF_PROTECTED|CI_PROJECT_PATH|CI_PROJECT_NAMESPACE|CI_PROJECT_ROOT_NAMESPACE|CI_PROJECT_URL)\}?(\s*(==|!=|=~|!~)\s*.+)?$|^\$\{?CI_PIPELINE_SOURCE\}?\s*(==\s*["'](push|merge_request_event|parent_pipeline)["']|!=\s*.+)$|^\$\{?CI_COMMIT_TAG\}?\s*==\s*null$/;

const SPECIAL_REF =
  /^(tags|triggers|schedules|web|api|pipelines|chat|external|external_pull_requests)$/;

/** Reads `when`, `rules`, `only` and `except`. */
export function readTiming(job: GitlabJob, config: GitlabConfig): Timing {
  const when = job.get('when');
  const rules = job.get('rules') ? job.list('rules') : undefined;
  const only = job.get('only');
  const allowsFailure = job.get('allow_failure')?.text;
  const automatic: Trigger = { kind: 'automatic', place: job.place };
  const base = {
    isOff: false,
    isBlocking: true,
    isPreview: false,
    condition: conditionOf(job, rules),
  };
  if (rules) {
    return { ...base, ...ofRules(rules, allowsFailure, automatic, config) };
  }
  if (when?.text && when.text !== 'on_success') {
    return {
      ...base,
      isOff: when.text === 'never',
      isBlocking: when.text !== 'manual' || allowsFailure === 'false',
      trigger:
        when.text === 'manual'
          ? { kind: 'manual', place: { path: when.path, line: when.line } }
          : undefined,
    };
  }
  const refs = refsOf(only);
  const isCertain =
    !job.isPartial &&
    only?.get('variables') === undefined &&
    !refs.some(ref => SPECIAL_REF.test(ref)) &&
    startsByItself(config);
  return {
    ...base,
    isPreview: refs.length > 0 && refs.every(ref => ref === 'merge_requests'),
    trigger: isCertain ? automatic : undefined,
  };
}

/** Rules decide case by case: only when all of them agree is the trigger known. */
function ofRules(
  rules: readonly Value[],
  allowsFailure: string | undefined,
  automatic: Trigger,
  config: GitlabConfig,
): Pick<Timing, 'isOff' | 'trigger' | 'isBlocking' | 'isPreview'> {
  const applied = rules
    .map(rule => ({
      rule,
      when: rule.get('when'),
      condition: rule.get('if')?.text,
    }))
    .filter(({ when }) => when?.text !== 'never');
  const kinds = new Set(applied.map(({ when }) => when?.text ?? 'on_success'));
  const [first] = applied;
  const isManual = kinds.size === 1 && kinds.has('manual');
  const isAutomatic =
    kinds.size === 1 &&
    kinds.has('on_success') &&
    applied.every(({ condition }) => isOfBranches(condition)) &&
    startsByItself(config);
  const manual = first?.when && {
    kind: 'manual' as const,
    place: { path: first.when.path, line: first.when.line },
  };
  const onlyAutomatic = isAutomatic ? automatic : undefined;
  return {
    isOff: rules.length > 0 && applied.length === 0,
    trigger: isManual ? manual : onlyAutomatic,
    isBlocking:
      !kinds.has('manual') ||
      (isManual &&
        allowsFailure !== 'true' &&
        applied.every(
          ({ rule }) => rule.get('allow_failure')?.text !== 'true',
        )),
    isPreview:
      applied.length > 0 &&
      applied.every(({ condition }) =>
        /merge_request_event|CI_MERGE_REQUEST_/.test(condition ?? ''),
      ),
  };
}

/** Whether pipelines run for branches at all is decided by `workflow`. */
function startsByItself(config: GitlabConfig): boolean {
  const rules = config.top('workflow')?.get('rules')?.items() ?? [];
  return (
    rules.length === 0 ||
    rules.some(
      rule =>
        rule.get('when')?.text !== 'never' &&
        rule.tag === undefined &&
        isOfBranches(rule.get('if')?.text),
    )
  );
}

/** Longer conditions are of something else. */
const MAX_CONDITION = 2_000;

function isOfBranches(condition: string | undefined): boolean {
  if (condition && condition.length > MAX_CONDITION) {
    return false;
  }
  return (condition ?? '')
    .split(/&&|\|\|/)
    .map(term => term.trim().replace(/^\(+|\)+$/g, ''))
    .every(term => term === '' || BRANCH_TERM.test(term));
}

function refsOf(only: Value | undefined): string[] {
  const refs = only?.get('refs') ?? only;
  return refs?.text
    ? [refs.text]
    : (refs?.items() ?? []).flatMap(({ text }) => text ?? []);
}

function conditionOf(
  job: GitlabJob,
  rules: readonly Value[] | undefined,
): string | undefined {
  const described = [
    ...(rules ?? []).map(rule => describe(rule, 3)),
    ...['only', 'except'].flatMap(key => {
      const value = job.get(key);
      return value ? `${key} ${describe(value, 3)}` : [];
    }),
  ];
  return described.length > 0 ? described.join('\n') : undefined;
}

/** A value as one text, without what decides how and not whether a job starts. */
function describe(value: Value, depth: number): string {
  if (value.text !== undefined || depth === 0) {
    return value.text ?? '…';
  }
  return [
    ...value.items().map(item => describe(item, depth - 1)),
    ...value
      .entries()
      .filter(
        ({ key, value: { text } }) =>
          key !== 'allow_failure' &&
          key !== 'variables' &&
          !(key === 'when' && text !== 'never'),
      )
      .map(each => `${each.key}: ${describe(each.value, depth - 1)}`),
  ].join(' ');
}
