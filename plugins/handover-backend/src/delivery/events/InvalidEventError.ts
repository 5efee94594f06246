import { InputError } from '@backstage/errors';
import type { z } from 'zod/v4';

/** A problem of an event, with its path. */
export type EventProblem = { path: string; message: string };

/** An event is not valid (HTTP 400). Its message names every place. */
export class InvalidEventError extends InputError {
  readonly eventProblems: EventProblem[];

  constructor(eventProblems: EventProblem[]) {
    super(
      `The event is not valid: ${eventProblems
        .map(({ path, message }) => (path ? `${path}: ${message}` : message))
        .join('; ')}`,
    );
    this.eventProblems = eventProblems;
  }
}

/** @param at - Where in the event what was checked is. */
export function toProblems(
  error: z.ZodError,
  at: readonly string[] = [],
): EventProblem[] {
  return error.issues.map(({ path, message }) => ({
    path: [...at, ...path].join('.'),
    message,
  }));
}
