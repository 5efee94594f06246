import { z } from 'zod/v4';
import { instantSchema, parseWith, titled } from './nonsense';
import { changeKindSchema } from './schema';
import type { GateDecision } from './types';

const reasonSchema = z.looseObject({
  kind: titled(100),
  title: z.string(),
  reason: z.string().optional(),
  verdict: z.enum(['open', 'closed', 'unknown']).optional(),
  active: z.boolean().optional(),
});

/**
 * Fields that are not listed are kept: a newer portal may have more. Those that
 * decide whether a change passes have to be as they are described.
 */
const decisionSchema = z.looseObject({
  verdict: z.enum(['open', 'closed', 'unknown']),
  environment: titled(300),
  onUnknown: z.enum(['pass', 'block']).optional(),
  change: changeKindSchema,
  at: instantSchema,
  until: instantSchema.optional(),
  nextOpen: instantSchema.optional(),
  searchedUntil: instantSchema.optional(),
  reasons: z.array(reasonSchema),
  revision: z.int().optional(),
  calendars: z.array(z.looseObject({ id: z.string(), version: z.string() })),
});

/**
 * Checks a decision that came from elsewhere, such as the response of a portal.
 * Its reasons can have kinds that this version doesn't know.
 *
 * @throws NonsenseError that names the path, but never the value
 *
 * @alpha
 */
export function parseDecision(value: unknown): GateDecision {
  return parseWith(decisionSchema, value) as unknown as GateDecision;
}
