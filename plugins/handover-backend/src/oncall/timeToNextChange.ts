import type { OnCall } from '@backstage-handover/plugin-handover-common';

/** Milliseconds until a shift begins or ends; infinite if none is known to. */
export function timeToNextChange(onCall: OnCall, now: number): number {
  const times = onCall.items
    .flatMap(({ levels }) => levels)
    .flatMap(({ people, next }) => [
      ...people.map(({ until }) => until),
      next?.from,
    ])
    .flatMap(time => (time === undefined ? [] : Date.parse(time) - now));
  return Math.min(Infinity, ...times.filter(time => time > 0));
}
