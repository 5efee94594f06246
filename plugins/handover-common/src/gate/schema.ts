import { z } from 'zod/v4';

const localDateTime = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/,
    'must be a local date or time such as 2026-11-20 or 2026-11-20T09:00',
  );
const duration = z.iso.duration(
  'must be an ISO 8601 duration such as PT8H or P2D',
);
const timeZone = z
  .string()
  .describe('IANA name of the time zone, for example Europe/London.');

/** Once, in local time. A date without a time means the whole day. */
export const onceSchema = z.strictObject({
  start: localDateTime,
  end: localDateTime,
  timeZone,
});

/** RFC 5545 recurrence in local time. */
export const recurringSchema = z.strictObject({
  start: localDateTime,
  duration,
  rrule: z.string().describe('RFC 5545 recurrence rule, FREQ=WEEKLY;BYDAY=FR'),
  exdates: z.array(localDateTime).optional(),
  rdates: z.array(localDateTime).optional(),
  timeZone,
});

/** A cron expression with five fields. */
export const cronSchema = z.strictObject({
  cron: z.string(),
  duration,
  timeZone,
});

export const scheduleSchema = z.union([
  onceSchema,
  recurringSchema,
  cronSchema,
]) satisfies z.ZodType<Schedule>;

export const changeKindSchema = z.enum([
  'deploy',
  'rollback',
  'config',
  'scale',
]) satisfies z.ZodType<ChangeKind>;

export const windowSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words with dashes'),
  title: z.string().min(1),
  effect: z.enum(['allow', 'deny']),
  reason: z.string().min(1).optional(),
  environments: z.array(z.string().min(1)).min(1).optional(),
  changes: z.array(changeKindSchema).min(1).optional(),
  inFlight: z.enum(['finish', 'abort']).optional(),
  schedule: scheduleSchema,
}) satisfies z.ZodType<HandoverWindow>;

/**
 * When the occurrences of a window start and how long they last.
 *
 * @public
 */
export type Schedule =
  /** Once, in local time. A date without a time means the whole day. */
  | { start: string; end: string; timeZone: string }
  /** RFC 5545 recurrence in local time. */
  | {
      start: string;
      /** ISO 8601, for example `PT8H`. */
      duration: string;
      /** RFC 5545 recurrence rule, for example `FREQ=WEEKLY;BYDAY=FR`. */
      rrule: string;
      exdates?: string[];
      rdates?: string[];
      timeZone: string;
    }
  /** A cron expression with five fields. */
  | { cron: string; duration: string; timeZone: string };

/**
 * The kinds of change.
 *
 * @public
 */
export type ChangeKind = 'deploy' | 'rollback' | 'config' | 'scale';

/**
 * A period of time in which changes are allowed or denied.
 *
 * @public
 */
export type HandoverWindow = {
  /** Unique in its calendar: lower case words with dashes. */
  id: string;
  title: string;
  effect: 'allow' | 'deny';
  /** The reason, for people whose change is blocked. */
  reason?: string;
  /** Names or patterns of environments. The default is all. */
  environments?: string[];
  /** Kinds of changes. The default is all except `rollback`. */
  changes?: ChangeKind[];
  /** What happens to a change that is running when the window starts. */
  inFlight?: 'finish' | 'abort';
  schedule: Schedule;
};
