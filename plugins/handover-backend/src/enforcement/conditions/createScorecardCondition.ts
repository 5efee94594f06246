import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import {
  didYouMean,
  type Environments,
} from '@backstage-handover/plugin-handover-common/environments';
import type { AskedCondition } from '../../gate/contributors/AskedCondition';
import type { LevelSpan } from '@backstage-handover/plugin-handover-common/scorecards';
import { handoverLink } from '../../handoverLink';
import type { LevelReader, LevelReading } from '../../scorecards/LevelReader';
import { lasting } from './lasting';

type EvaluatedLevel = Extract<LevelReading, { levelHeld: boolean }>;

/** The level that a service has reached on one scorecard is high enough. */
export function createScorecardCondition(options: {
  /** Name of the scorecard. */
  name: string;
  environments: Environments;
  levels: Pick<LevelReader, 'readOutlook'>;
  appBaseUrl?: string;
}): AskedCondition {
  const { name, environments, levels, appBaseUrl } = options;
  const requiredLevel = (environment: string) =>
    environments
      .requirementsOf(environments.resolve(environment))
      .scorecards.find(each => each.name === name)?.level;
  return {
    id: `scorecard-${name}`,
    title: `Level of scorecard '${name}'`,
    appliesTo: environment => requiredLevel(environment) !== undefined,
    async evaluate({ entityRef, environment, at }) {
      const { reading, spans } = await levels.readOutlook(entityRef, name);
      return {
        ...decide(reading, {
          name,
          level: requiredLevel(environment)!,
          spans,
          at: new Date(at),
        }),
        link: handoverLink(entityRef, { appBaseUrl, part: 'scorecards' }),
      };
    },
  };
}

function decide(
  reading: LevelReading,
  required: {
    name: string;
    level: string;
    spans: readonly LevelSpan[];
    at: Date;
  },
): ConditionResult {
  const unknown = (reason: string) => ({ outcome: 'unknown' as const, reason });
  if (reading.state === 'noScorecard') {
    const { names } = reading;
    return unknown(
      `No scorecard '${required.name}' is in force${
        didYouMean(required.name, names) || '.'
      }`,
    );
  }
  const { levels } = reading;
  const rankOf = (id: string | undefined) =>
    levels.findIndex(level => level.id === id);
  const needed = levels[rankOf(required.level)];
  if (!needed) {
    const ids = levels.map(({ id }) => id);
    return unknown(
      `The scorecard has no level '${required.level}'${
        didYouMean(required.level, ids) || `. It has ${ids.join(', ')}.`
      }`,
    );
  }
  const need = `At least ${needed.title} is required.`;
  switch (reading.state) {
    case 'outOfScope':
      return unknown(
        `The service is not in the scope of the scorecard. ${need}`,
      );
    case 'notEvaluated':
      return unknown(`The service was not evaluated yet. ${need}`);
    case 'outdated':
      return unknown(
        `The service was last evaluated at ${reading.evaluatedAt}, which is outdated. ${need}`,
      );
    default:
      return decideLevel(reading, {
        ...required,
        rank: rankOf(required.level),
        need,
      });
  }
}

function decideLevel(
  { levels, level, levelHeld }: EvaluatedLevel,
  options: {
    rank: number;
    spans: readonly LevelSpan[];
    at: Date;
    /** What is required, for reasons. */
    need: string;
  },
): ConditionResult {
  const { rank, spans, at, need } = options;
  const [first] = spans;
  const passes = ({ lowest }: LevelSpan) => lowest >= rank;
  const title = levels.find(({ id }) => id === level)?.title;
  const is = title ? `The level is ${title}` : 'No level is reached';
  if (first.highest < rank) {
    return { outcome: 'fail', reason: `${is}. ${need}` };
  }
  if (!passes(first)) {
    const reason = levelHeld
      ? `${title} is only the last known level, because a check is unknown.`
      : `${is}, but a check is unknown.`;
    return { outcome: 'unknown', reason: `${reason} ${need}` };
  }
  const end = spans.find(span => !passes(span))?.from;
  if (end && end <= at) {
    return {
      outcome: 'unknown',
      reason: `${is} only until ${end.toISOString()}, when an exemption or the review of the handover ends, or a check begins to count. ${need}`,
    };
  }
  const reason = levelHeld
    ? `The level is at least ${levels[first.lowest].title}.`
    : `${is}.`;
  return lasting({ outcome: 'pass', reason }, end, 'unknown');
}
