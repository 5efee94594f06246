import { z } from 'zod';

// What is used of Grafana OnCall's answers. `null` stands for what is not there.

const id = z.string().min(1).max(100);

export const chainAnswer = z.object({ id, name: z.string() });

const step = z.object({
  position: z.number(),
  // Such as `wait`. `null` if nobody has chosen one yet.
  type: z.string().nullish(),
  persons_to_notify: z.array(id).nullish(),
  persons_to_notify_next_each_time: z.array(id).nullish(),
  notify_on_call_from_schedule: id.nullish(),
});

/** Whether there is more after a page. */
const page = z.object({ next: z.string().nullish() });

export const stepsPage = page.extend({ results: z.array(step) });

export const scheduleAnswer = z.object({
  id,
  name: z.string(),
  // The ids of users.
  on_call_now: z.array(id),
});

const shift = z.object({
  user_pk: id,
  user_email: z.string().nullish(),
  user_username: z.string().nullish(),
  shift_start: z.iso.datetime({ offset: true }),
  shift_end: z.iso.datetime({ offset: true }),
});

export const shiftsPage = page.extend({ results: z.array(shift) });

export const userAnswer = z.object({
  id,
  username: z.string().nullish(),
  email: z.string().nullish(),
});

export type Chain = z.infer<typeof chainAnswer>;

export type Step = z.infer<typeof step>;

export type ScheduleData = z.infer<typeof scheduleAnswer>;

export type ShiftData = z.infer<typeof shift>;

export type User = z.infer<typeof userAnswer>;
