import { z } from 'zod/v4';
import {
  apiVersion,
  link,
  listOf,
  metadataFields,
  text,
} from '../definitions/fields';
import { entityScopeSchema } from '../entities/scope';
import { SECTION_KEYS } from '../documents/sections';
import { identifier } from '../text/identifier';
import { MAX_CHECKS, MAX_LEVELS } from './limits';

/** A date. */
export const day = z.iso.date('must be a date such as 2027-01-31');

const level = z.strictObject({
  // In counts and filters, it means that no level is reached.
  id: identifier.refine(each => each !== 'none', "must not be 'none'"),
  title: text(60),
  /** `#rrggbb`. Screens show the title too: never colour alone. */
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #a0522d')
    .optional(),
  description: text(2_000).optional(),
});

const check = z.strictObject({
  id: identifier,
  title: text(120),
  /** Id of the lowest level that needs the check. */
  level: z.string(),
  weight: z.number().gt(0).max(100).default(1),
  effort: z.enum(['small', 'medium', 'large']).default('medium'),
  why: text(5_000),
  fix: z.strictObject({
    text: text(5_000),
    section: z.enum(SECTION_KEYS).optional(),
    link: link.optional(),
  }),
  when: z.string().optional(),
  condition: z.string(),
  enforcedFrom: day.optional(),
});

/**
 * The schema of a scorecard, `kind: Scorecard`.
 *
 * @alpha
 */
export const scorecardSchema = z.strictObject({
  apiVersion,
  kind: z.literal('Scorecard'),
  metadata: z.strictObject(metadataFields),
  scope: entityScopeSchema.default({}),
  unknown: z.enum(['keepLevel', 'fail']).default('keepLevel'),
  levels: listOf(level, MAX_LEVELS, 'levels'),
  checks: listOf(check, MAX_CHECKS, 'checks'),
});

/**
 * A scorecard as it is written.
 *
 * @alpha
 */
export type ScorecardInput = z.input<typeof scorecardSchema>;

/**
 * Checks grouped into ordered levels, the lowest first, and the entities that
 * they are for. `unknown` says what a check whose outcome is unknown does to the
 * level: `keepLevel` keeps the last known one, `fail` counts it as failed.
 *
 * @public
 */
export type Scorecard = z.output<typeof scorecardSchema>;

/**
 * A level of a scorecard.
 *
 * @public
 */
export type ScorecardLevel = Scorecard['levels'][number];

/**
 * A check of a scorecard. `condition` and `when` are CEL over facts. Until
 * `enforcedFrom`, a date in UTC, the check is shown but changes no level.
 *
 * @public
 */
export type ScorecardCheck = Scorecard['checks'][number];
