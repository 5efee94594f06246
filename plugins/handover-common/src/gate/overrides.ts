import { z } from 'zod/v4';
import type { Artifact } from '../artifacts/Artifact';
import { artifactText } from '../artifacts/artifactText';
import { isCertainlySame } from '../artifacts/isCertainlySame';
import type { Environments } from '../environments/Environments';
import { isName } from './environments';
import { DAY } from './localTime';
import { NonsenseError, instantSchema, parseWith, titled } from './nonsense';
import type { NoticeReason, OverrideReason } from './reasons';
import { sortedBy } from './relevance';
import { formatInstant } from './zone';

/**
 * A recorded permission to pass a closed gate for a limited time.
 *
 * @alpha
 */
export type GateOverride = {
  id: string;
  /** Entity reference of the person who requested it. */
  by: string;
  /** Why. */
  reason: string;
  ticket?: string;
  /** RFC 3339, inclusive. */
  from: string;
  /** RFC 3339, exclusive. Every override has an end. */
  until: string;
  /** Names of environments. Patterns are not allowed. */
  environments: string[];
  /**
   * If set, it is in force only for a request that names the same artifact: by
   * digest if both have one, or else by name and version.
   */
  artifact?: Artifact;
};

/** Most overrides that one source may give for an entity. */
export const MAX_OVERRIDES = 100;
/** Longest time that an override may last. */
export const MAX_OVERRIDE_DAYS = 366;
const MAX_ENVIRONMENTS = 100;

const artifactSchema = z
  .strictObject({
    name: titled(300).optional(),
    version: titled(300).optional(),
    digest: titled(300).optional(),
  })
  // No request could name one that has neither.
  .refine(({ version, digest }) => version ?? digest);
const overrideSchema = z.strictObject({
  id: titled(200),
  by: titled(300),
  reason: titled(2000),
  ticket: titled(500).optional(),
  from: instantSchema,
  until: instantSchema,
  environments: z.array(z.string()).min(1).max(MAX_ENVIRONMENTS),
  artifact: artifactSchema.optional(),
});
const overridesSchema = z.array(overrideSchema);

/**
 * Checks the overrides that a source returned.
 *
 * @throws NonsenseError that names the path, but never the value
 *
 * @alpha
 */
export function parseOverrides(value: unknown): GateOverride[] {
  if (Array.isArray(value) && value.length > MAX_OVERRIDES) {
    throw new NonsenseError('', `has more than ${MAX_OVERRIDES} overrides`);
  }
  const overrides = parseWith(overridesSchema, value);
  const ids = new Set<string>();
  overrides.forEach(({ id, from, until, environments }, index) => {
    const length = Date.parse(until) - Date.parse(from);
    if (length <= 0) {
      throw new NonsenseError(`${index}.until`, "is not after 'from'");
    }
    if (length > MAX_OVERRIDE_DAYS * DAY) {
      throw new NonsenseError(
        `${index}.until`,
        `is more than ${MAX_OVERRIDE_DAYS} days after 'from'`,
      );
    }
    environments.forEach((name, position) => {
      if (!isName(name)) {
        throw new NonsenseError(
          `${index}.environments.${position}`,
          'is not the name of an environment',
        );
      }
    });
    if (ids.has(id)) {
      throw new NonsenseError(`${index}.id`, 'is used more than once');
    }
    ids.add(id);
  });
  return overrides;
}

/** An override whose ends are instants. */
export type TimedOverride = {
  override: GateOverride;
  from: number;
  until: number;
};

/** The overrides of an environment, by whether they are for the artifact that is asked about. */
type RelevantOverrides = {
  matching: TimedOverride[];
  /** Bound to another artifact, so never in force for this request. */
  others: TimedOverride[];
};

/**
 * The overrides for an environment that are in force at a time or later.
 * Overrides never open an unknown environment, and an override without a valid
 * start and end is never in force.
 */
export function relevantOverrides(
  overrides: readonly GateOverride[],
  options: {
    environment: { name: string; known: boolean };
    environments: Environments;
    artifact?: Artifact;
    at: number;
    horizon: number;
  },
): RelevantOverrides {
  const { environment, environments, artifact, at, horizon } = options;
  const relevant = overrides.filter(
    override =>
      environment.known &&
      override.environments.some(name =>
        environments.isSame(name, environment.name),
      ),
  );
  const timed = sortedBy(relevant, ({ from, id }) => [from, id])
    .map(override => ({
      override,
      from: Date.parse(override.from),
      until: Date.parse(override.until),
    }))
    .filter(({ from, until }) => from < until && from < horizon && until > at);
  const isFor = ({ override: { artifact: bound } }: TimedOverride) =>
    bound === undefined || isCertainlySame(bound, artifact);
  return {
    matching: timed.filter(isFor),
    others: timed.filter(each => !isFor(each)),
  };
}

/** Says that an override exists, and for which artifact to ask. */
export function otherArtifactNotice(
  { override: { by, artifact }, from, until }: TimedOverride,
  at: number,
): NoticeReason {
  const isActive = from <= at;
  const time = formatInstant(isActive ? until : from);
  return {
    kind: 'notice',
    title: `An override for another artifact ${
      isActive ? `is in force until ${time}` : `starts ${time}`
    }`,
    reason: `Override by ${by} for ${artifactText(
      artifact ?? {},
    )}. Ask with this artifact.`,
  };
}

export function overrideReason(
  { override, from, until }: TimedOverride,
  at: number,
): OverrideReason {
  const { id, by, reason, ticket, artifact } = override;
  return {
    kind: 'override',
    verdict: 'open',
    title: `Override by ${by}`,
    reason,
    override: id,
    by,
    ...(ticket !== undefined && { ticket }),
    ...(artifact && { artifact }),
    active: from <= at && at < until,
    from: formatInstant(from),
    until: formatInstant(until),
  };
}
