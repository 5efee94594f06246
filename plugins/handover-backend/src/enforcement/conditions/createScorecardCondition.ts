import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import {
  didYouMean,
  type Environments,
} from '@backstage-handover/plugin-handover-common/environments';
import type { AskedCondition } from '../../gate/contributors/AskedCondition';
import { handoverLink } from '../../handoverLink';
import type { LevelReader, LevelReading } from '../../scorecards/LevelReader';

/** The level that a service has reached on one scorecard is high enough. */
export function createScorecardCondition(options: {
  /** Name of the scorecard. */
  name: string;
  environments: Environments;
  levels: Pick<LevelReader, 'read'>;
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
    async evaluate({ entityRef, environment }) {
      const reading = await levels.read(entityRef, name);
      return {
        ...decide(reading, { name, level: requiredLevel(environment)! }),
        link: handoverLink(entityRef, { appBaseUrl, part: 'scorecards' }),
      };
    },
  };
}

function decide(
  reading: LevelReading,
  required: { name: string; level: string },
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
  const lowest = levels[rankOf(required.level)];
  if (!lowest) {
    const ids = levels.map(({ id }) => id);
    return unknown(
      `The scorecard has no level '${required.level}'${
        didYouMean(required.level, ids) || `. It has ${ids.join(', ')}.`
      }`,
    );
  }
  const needed = `At least ${lowest.title} is required.`;
  switch (reading.state) {
    case 'outOfScope':
      return unknown(
        `The service is not in the scope of the scorecard. ${needed}`,
      );
    case 'notEvaluated':
      return unknown(`The service was not evaluated yet. ${needed}`);
    case 'outdated':
      return unknown(
        `The service was last evaluated at ${reading.evaluatedAt}, which is outdated. ${needed}`,
      );
    default: {
      const { level, levelHeld } = reading;
      const title = levels[rankOf(level)]?.title;
      if (rankOf(level) < rankOf(lowest.id)) {
        return {
          outcome: 'fail',
          reason: `${
            title ? `The level is ${title}.` : 'No level is reached.'
          } ${needed}`,
        };
      }
      return levelHeld
        ? unknown(
            `${title} is only the last known level, because a check is unknown. ${needed}`,
          )
        : { outcome: 'pass', reason: `The level is ${title}.` };
    }
  }
}
