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

/** Once, in local time. A date alone means the whole day. */
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
]);

export const changeKindSchema = z.enum([
  'deploy',
  'rollback',
  'config',
  'scale',
]);

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
});

export type Schedule = z.output<typeof scheduleSchema>;
/** What is done to an entity. */
export type ChangeKind = z.output<typeof changeKindSchema>;
/** A stretch of time that allows or denies changes in some environments. */
export type HandoverWindow = z.output<typeof windowSchema>;
