import type { HandoverDocument } from '../documents/schema';
import { joinLines, namespaceIn } from './documentedTargets';
import type { Workload, WorkloadManager } from './types';

/**
 * What a workload is rolled back with.
 *
 * @alpha
 */
export type RollbackTool =
  | 'kubectl'
  | 'argoRollouts'
  | 'helm'
  | 'argocd'
  | 'flux';

/**
 * A documented step that rolls a workload back.
 *
 * @alpha
 */
export type DocumentedRollback = {
  /** Index of the step in `rollback.steps`. */
  step: number;
  tool: RollbackTool;
  /** The tool that the workload needs instead, if it is another one. */
  needs?: RollbackTool;
};

/** What each tool's command looks like, up to the name of what it rolls back. */
const COMMANDS: readonly [tool: RollbackTool, expression: RegExp][] = [
  [
    'argoRollouts',
    command(
      String.raw`kubectl\b[^\n;|&]*?[ -]argo[ -]rollouts`,
      '(?:undo|abort)',
    ),
  ],
  ['kubectl', command('kubectl', String.raw`rollout\s+undo`)],
  ['helm', command('helm', 'rollback')],
  ['argocd', command('argocd', String.raw`app\s+rollback`)],
];

const SUSPEND = /\bflux\b[^\n;|&]*?\bsuspend\b/;

/** The words after the verb stay in one command. */
function command(program: string, verb: string): RegExp {
  return new RegExp(
    String.raw`\b${program}\b[^\n;|&]*?\b${verb}\b(?<rest>[^\n;|&]*)`,
    'g',
  );
}

/**
 * The documented steps that roll a workload back, by the names in their
 * commands, and whether they use the tool that the workload needs: what Helm,
 * Argo CD or Flux manage, they would put back.
 *
 * @alpha
 */
export function documentedRollbacks(
  rollback: HandoverDocument['rollback'],
  workload: Pick<Workload, 'kind' | 'name' | 'namespace' | 'manager'>,
): DocumentedRollback[] {
  // What a step says besides its command may be what not to do.
  const steps = (rollback?.steps ?? []).map(each =>
    joinLines(each.command ?? each.do ?? ''),
  );
  const { manager } = workload;
  const needed = toolOf(workload);
  const isReverted =
    manager?.kind === 'flux' && !steps.some(step => SUSPEND.test(step));
  const names = namesOf(workload.name, manager);
  return steps.flatMap((text, step) =>
    COMMANDS.flatMap(([tool, expression]) =>
      [...text.matchAll(expression)]
        .filter(
          ({ 0: line, groups }) =>
            namesOne(groups!.rest, names) &&
            isIn(namespaceIn(line), tool, workload),
        )
        .map((): DocumentedRollback => {
          const needs = tool === needed ? isReverted && 'flux' : needed;
          return { step, tool, ...(needs && { needs }) };
        }),
    ),
  );
}

function toolOf({
  kind,
  manager,
}: Pick<Workload, 'kind' | 'manager'>): RollbackTool {
  if (manager?.kind === 'argocd') {
    return 'argocd';
  }
  if (manager?.kind === 'helm' || (manager?.kind === 'flux' && manager.helm)) {
    return 'helm';
  }
  return kind === 'Rollout' ? 'argoRollouts' : 'kubectl';
}

/** What commands may call it: a release or an application often has another name. */
function namesOf(name: string, manager: WorkloadManager | undefined): string[] {
  switch (manager?.kind) {
    case 'argocd':
      return [name, manager.application];
    case 'helm':
      return [name, manager.release];
    case 'flux':
      return [name, ...(manager.helm ? [manager.helm.release] : [])];
    default:
      return [name];
  }
}

/** Whether a command is for the namespace of a workload: that of its release, for Helm. */
function isIn(
  namespace: string | undefined,
  tool: RollbackTool,
  { namespace: own, manager }: Pick<Workload, 'namespace' | 'manager'>,
): boolean {
  const release = manager?.kind === 'flux' ? manager.helm : manager;
  const ofRelease =
    tool === 'helm' && release && 'release' in release
      ? release.namespace
      : undefined;
  return namespace === undefined || namespace === (ofRelease ?? own);
}

const FLAGS_WITH_VALUE =
  /(?:^|\s)(?:-n|--namespace|--context|--kube-context)(?:=|\s*)["']?[^\s"'`]+/g;

/** Whether a word of a command is one of the names, alone or after its kind. */
function namesOne(words: string, names: readonly string[]): boolean {
  return words
    .replace(FLAGS_WITH_VALUE, ' ')
    .split(/[\s`'"]+/)
    .some(word => names.includes(word.replace(/^[^/]*\//, '')));
}
