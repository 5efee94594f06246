import type { OnCallData } from '@backstage-handover/plugin-handover-common';
import { parseAnswer, webUrl } from '@backstage-handover/plugin-handover-node';
import { z } from 'zod';

const MAX_TEXT = 300;

/** Of levels, and of people on one level. More would not be an escalation. */
const MAX_ITEMS = 100;

const EMAIL = /^[^\s@<>"(),:;\\[\]]{1,200}@[^\s@<>"(),:;\\[\]]{1,200}$/;

const text = z
  .string()
  .trim()
  .min(1)
  .transform(value => value.slice(0, MAX_TEXT));

const link = z.string().optional().transform(webUrl);

const email = z
  .string()
  .optional()
  .transform(value => (value && EMAIL.test(value) ? value : undefined));

const instant = z
  .string()
  .optional()
  .transform(value => {
    const time = Date.parse(value ?? '');
    return Number.isFinite(time) ? new Date(time).toISOString() : undefined;
  });

const person = z.object({ name: text, email, url: link, until: instant });

const next = z
  .object({ name: text, from: instant })
  .optional()
  .transform(value =>
    value?.from ? { name: value.name, from: value.from } : undefined,
  );

const level = z.object({
  level: z.number().int().min(1),
  people: z.array(person).max(MAX_ITEMS),
  next,
});

// An id that was shortened would be another one.
const canPage = z
  .object({ id: z.string().min(1).max(MAX_TEXT), name: text })
  .optional()
  // Without a target, nobody is paged, but who is on call is still known.
  .catch(undefined);

const onCallData: z.ZodType<OnCallData> = z.object({
  escalationPolicy: z.object({ name: text, url: link }).optional(),
  levels: z
    .array(level)
    .max(MAX_ITEMS)
    .refine(
      levels => new Set(levels.map(each => each.level)).size === levels.length,
      'a level is there twice',
    )
    .transform(levels => [...levels].sort((a, b) => a.level - b.level)),
  canPage,
});

/**
 * Checks what a provider returned before it is shown: texts are shortened,
 * links are web links, and times are valid.
 *
 * @throws Error that names the provider and the first place that is wrong. A
 *   part that is dropped could be the person to call.
 */
export function toOnCallData(title: string, value: unknown): OnCallData {
  return parseAnswer(title, onCallData, value);
}
