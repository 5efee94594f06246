import type { HandoverDocument } from '../documents/schema';
import { kindOf } from './namedObjects';
import type { Workload } from './types';

/**
 * The target of a documented rollback step.
 *
 * @alpha
 */
export type DocumentedTarget = {
  /** Index of the step in `rollback.steps`. */
  step: number;
  kind: string;
  name: string;
  namespace?: string;
  revision?: number;
};

/**
 * A documented target that no longer exists, or whose revision no longer
 * exists.
 *
 * @alpha
 */
export type StaleTarget = DocumentedTarget & {
  gone: 'workload' | 'revision';
};

/** `kubectl … rollout undo deployment/orders --to-revision=3`, the flags anywhere. */
const UNDO = /\bkubectl\b[^\n;|&]*?\brollout\s+undo\b[^\n;|&]*/g;

/**
 * The targets of `kubectl rollout undo` in the documented steps. Placeholders
 * are ignored.
 *
 * @alpha
 */
export function documentedTargets(
  rollback: HandoverDocument['rollback'],
): DocumentedTarget[] {
  return (rollback?.steps ?? []).flatMap(({ do: text, command }, step) =>
    [text, command].flatMap(each =>
      [...joinLines(each ?? '').matchAll(UNDO)].flatMap(
        ([line]): DocumentedTarget[] => {
          const object =
            /\bundo\s+(?:-\S+(?:[ =]\S+)?\s+)*([\w.]+)[/\s]+([a-z0-9][-a-z0-9.]*)(?=\s|$|`)/.exec(
              line,
            );
          const kind = object && kindOf(object[1]);
          if (!kind) {
            return [];
          }
          const namespace = namespaceIn(line);
          const revision = /--to-revision[ =](\d+)/.exec(line)?.[1];
          return [
            {
              step,
              kind,
              name: object[2],
              ...(namespace ? { namespace } : {}),
              ...(revision ? { revision: Number(revision) } : {}),
            },
          ];
        },
      ),
    ),
  );
}

/** The namespace that a command names. */
export function namespaceIn(command: string): string | undefined {
  return /(?:\s-n[ =]?|\s--namespace[ =])["']?([a-z0-9][-a-z0-9]*)(?=[\s"'`.]|$)/.exec(
    command,
  )?.[1];
}

/** A text with the commands in it on one line each, as a shell reads them. */
export function joinLines(text: string): string {
  return text.replace(/\\\r?\n[ \t]*/g, ' ');
}

/**
 * Documented targets that no longer exist. Only targets in namespaces that were
 * read are checked.
 *
 * @alpha
 */
export function staleTargets(
  targets: readonly DocumentedTarget[],
  workloads: readonly (Pick<
    Workload,
    'kind' | 'name' | 'namespace' | 'hasHistory'
  > & { revisions: readonly { number: number }[] })[],
): StaleTarget[] {
  const namespaces = new Set(workloads.map(each => each.namespace));
  return targets.flatMap((target): StaleTarget[] => {
    const isRead = target.namespace
      ? namespaces.has(target.namespace)
      : workloads.length > 0;
    const named = workloads.filter(
      ({ kind, name, namespace }) =>
        kind === target.kind &&
        name === target.name &&
        (!target.namespace || namespace === target.namespace),
    );
    if (named.length === 0) {
      return isRead ? [{ ...target, gone: 'workload' }] : [];
    }
    const { revision } = target;
    // Revision 0 is kubectl's word for the one before.
    const hasRevision =
      !revision ||
      named.some(
        each =>
          !each.hasHistory ||
          each.revisions.some(({ number }) => number === revision),
      );
    return hasRevision ? [] : [{ ...target, gone: 'revision' }];
  });
}
