import { programName } from '../effects/programName';
import type { Command } from '../effects/shell';
import { withoutWrappers } from '../effects/withoutWrappers';
import type { Place } from './types';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * The namespace that commands of kubectl or Helm name, when it is always the same
 * one. A variable says nothing.
 */
export function namespaceIn(
  commands: readonly Command[],
): { text: string; place: Place } | undefined {
  const named = commands.flatMap(({ words, path, line }) => {
    const [first, ...args] = withoutWrappers(words);
    const isRead =
      first !== undefined && /^(kubectl|oc|helm\d?)$/.test(programName(first));
    const text = isRead ? namespaceOf(args) : undefined;
    return text === undefined ? [] : [{ text, place: { path, line } }];
  });
  const [first] = named;
  return first &&
    NAME.test(first.text) &&
    named.every(({ text }) => text === first.text)
    ? first
    : undefined;
}

/** `-n orders`, `-norders`, `--namespace orders`, `--namespace=orders` */
function namespaceOf(args: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === '-n' || arg === '--namespace') {
      return args[index + 1];
    }
    const joined = /^(?:--namespace=|-n=?)(.+)$/.exec(arg)?.[1];
    if (joined) {
      return joined;
    }
    if (arg === '--') {
      return undefined;
    }
  }
  return undefined;
}
