import type {
  InitiativeDefinition,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { inDays } from '../../../scorecards/exemptions';

type Scope = NonNullable<InitiativeDefinition['scope']>;

/** How long an initiative lasts unless somebody chooses otherwise. */
const DEFAULT_DAYS = 90;

/** What the form holds: everything that can be typed, right or wrong. */
export type InitiativeDraft = {
  title: string;
  description: string;
  owner: string;
  scorecard: string;
  wants: 'level' | 'checks';
  level: string;
  checks: readonly string[];
  owners: readonly string[];
  systems: readonly string[];
  /** Words, separated by commas. */
  lifecycles: string;
  types: string;
  tiers: readonly number[];
  /** Conditions that the form does not show. */
  kept: Scope;
  startsOn: string;
  endsOn: string;
};

/** What the form begins with: an initiative, or nothing but defaults. */
export function draftOf(
  definition: InitiativeDefinition | undefined,
  scorecards: readonly ScorecardDetails[],
): InitiativeDraft {
  const { target, scope = {} } = definition ?? {};
  const { owner, system, lifecycle, type, tier, ...kept } = scope;
  const scorecard =
    scorecards.find(({ name }) => name === definition?.scorecard) ??
    scorecards[0];
  return {
    title: definition?.title ?? '',
    description: definition?.description ?? '',
    owner: definition?.owner ?? '',
    scorecard: definition?.scorecard ?? scorecard?.name ?? '',
    wants: target && 'checks' in target ? 'checks' : 'level',
    level:
      target && 'level' in target
        ? target.level
        : scorecard?.levels[0]?.id ?? '',
    checks: target && 'checks' in target ? target.checks : [],
    owners: owner ?? [],
    systems: system ?? [],
    lifecycles: lifecycle?.join(', ') ?? '',
    types: type?.join(', ') ?? '',
    tiers: tier ?? [],
    kept,
    startsOn: definition?.startsOn ?? inDays(0),
    endsOn: definition?.endsOn ?? inDays(DEFAULT_DAYS),
  };
}

/** The initiative that the form describes. The backend says what is wrong with it. */
export function definitionOf(draft: InitiativeDraft): InitiativeDefinition {
  const { wants, level, checks, scorecard, startsOn, endsOn } = draft;
  const description = draft.description.trim();
  const scope = scopeOf(draft);
  return {
    title: draft.title.trim(),
    ...(description && { description }),
    owner: draft.owner,
    scorecard,
    target: wants === 'level' ? { level } : { checks: [...checks] },
    ...(Object.keys(scope).length > 0 && { scope }),
    startsOn,
    endsOn,
  };
}

function scopeOf(draft: InitiativeDraft): Scope {
  const { owners, systems, tiers, kept } = draft;
  const lifecycle = wordsOf(draft.lifecycles);
  const type = wordsOf(draft.types);
  return {
    ...kept,
    ...(owners.length > 0 && { owner: [...owners] }),
    ...(systems.length > 0 && { system: [...systems] }),
    ...(lifecycle.length > 0 && { lifecycle }),
    ...(type.length > 0 && { type }),
    ...(tiers.length > 0 && { tier: [...tiers] }),
  };
}

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map(word => word.trim())
    .filter(Boolean);
}
