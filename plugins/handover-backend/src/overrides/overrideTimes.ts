import { parseInstant } from '@backstage-handover/plugin-handover-common/gate';
import { InputError } from '@backstage/errors';

const DAY_MS = 86_400_000;

/** How far away the start of an override can be. */
const MAX_AHEAD_MS = 7 * DAY_MS;

/**
 * The start and end of a requested override. A start in the past counts as now.
 *
 * @throws InputError that names the time that is not allowed.
 */
export function overrideTimes(
  request: { from?: string; until: string },
  options: { now: Date; maxDurationMs: number },
): { from: Date; until: Date } {
  const now = options.now.getTime();
  const from = Math.max(
    now,
    request.from === undefined ? now : parseInstant('from', request.from),
  );
  const until = parseInstant('until', request.until);
  if (from > now + MAX_AHEAD_MS) {
    throw new InputError(
      `from: ${request.from} is too far away; the latest start is ${iso(
        now + MAX_AHEAD_MS,
      )}`,
    );
  }
  if (until <= now) {
    throw new InputError(`until: ${request.until} is in the past`);
  }
  if (until <= from) {
    throw new InputError(
      `until: ${request.until} is not after 'from', ${request.from}`,
    );
  }
  if (until > from + options.maxDurationMs) {
    throw new InputError(
      `until: ${request.until} is too late; the latest end is ${iso(
        from + options.maxDurationMs,
      )}`,
    );
  }
  return { from: new Date(from), until: new Date(until) };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
