import { DRY_RUN, INSTEAD } from './arguments';
import { programName } from './programName';
import { effectOfName } from './scriptName';
import type { Effect } from './types';

/** What a script or a program that nobody knows does, by its own name. */
export function ofUnknown(name: string, args: string[]): Effect {
  if (args.some(arg => DRY_RUN.test(arg) || INSTEAD.test(arg))) {
    return { kind: 'none' };
  }
  return { kind: effectOfName(programName(name)), what: name };
}
