import type {
  LevelCounts,
  ScorecardCounts,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { NotFoundError } from '@backstage/errors';
import { didYouMean } from '@backstage-handover/plugin-handover-common/environments';
import type { ActionOptions } from './ActionOptions';
import { auditedAction } from './auditedAction';
import { toEntityRef } from './toEntityRef';

/** `summarize-fleet-scorecards`: how many entities have which level, and what holds them back. */
export function createSummarizeFleetScorecardsAction(
  options: ActionOptions,
): void {
  const { actionsRegistry, scorecards } = options;
  actionsRegistry.register({
    name: 'summarize-fleet-scorecards',
    title: 'Summarize Scorecards of the Fleet',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    description: `
Counts how many entities have which level of a scorecard, and how many pass each check, over all entities that the caller can read.
Use this to compare teams or systems, to find the checks that hold most services back, and to learn which scorecards there are.
Limit it to a group and the groups below it with "within". Set "groupBy" to get the levels of each owner or system.
"held" counts entities that keep a level only because a check is unknown.
For one entity, use get-scorecards instead.
    `,
    schema: {
      input: z =>
        z.object({
          scorecard: z
            .string()
            .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
            .max(63)
            .optional()
            .describe(
              'Name of a scorecard. Default: all scorecards that are in force.',
            ),
          within: z
            .string()
            .optional()
            .describe(
              'Only entities that this group or a group below it owns, such as group:default/payments.',
            ),
          groupBy: z
            .enum(['owner', 'system'])
            .optional()
            .describe('Count for each owner or system too.'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(500)
            .default(50)
            .describe('Maximum number of owners or systems.'),
        }),
      output: z => {
        const counts = {
          entities: z.number(),
          levels: z
            .record(z.number())
            .describe(
              'Number of entities by id of the level; "none" is below the lowest.',
            ),
          held: z.number(),
          score: z.number().optional().describe('Mean score, 0 to 1.'),
        };
        return z.object({
          scorecards: z.array(
            z.object({
              name: z.string(),
              title: z.string(),
              levelOrder: z
                .array(z.object({ id: z.string(), title: z.string() }))
                .describe('The lowest first.'),
              ...counts,
              checks: z
                .array(
                  z.object({
                    id: z.string(),
                    title: z.string(),
                    level: z.string(),
                    outcomes: z.record(z.number()),
                  }),
                )
                .describe(
                  'Number of entities by outcome, if the check counts.',
                ),
              groups: z
                .array(z.object({ ref: z.string(), ...counts }))
                .describe(
                  'By owner or system, the largest first. An empty "ref" means none.',
                ),
              omittedGroups: z.number(),
            }),
          ),
        });
      },
    },
    examples: [
      {
        title: 'Which teams below a group are on which level?',
        input: {
          scorecard: 'handover-ready',
          within: 'group:default/payments',
          groupBy: 'owner',
          limit: 20,
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { scorecard, groupBy, limit } = input;
      const within = input.within && toEntityRef(input.within, 'group');
      const query = { groupBy, ...(within && { within: [within] }) };
      const summaries = await auditedAction(
        options,
        credentials,
        {
          eventId: 'scorecard-fetch',
          meta: { queryType: 'counts', scorecard, within, groupBy },
        },
        async () => {
          const { items } = await scorecards.listScorecards({ credentials });
          return Promise.all(
            select(items, scorecard).map(async details =>
              toSummary(
                details,
                await scorecards.count(
                  { ...query, scorecard: details.name },
                  { credentials },
                ),
                limit,
              ),
            ),
          );
        },
      );
      return { output: { scorecards: summaries } };
    },
  });
}

/** @throws NotFoundError if no scorecard has the name. */
function select(items: ScorecardDetails[], name: string | undefined) {
  const selected = items.filter(
    each => name === undefined || each.name === name,
  );
  if (name !== undefined && selected.length === 0) {
    const names = items.map(each => each.name);
    throw new NotFoundError(
      `No scorecard '${name}' is in force${didYouMean(name, names)}`,
    );
  }
  return selected;
}

function toSummary(
  { name, title, levels, checks }: ScorecardDetails,
  counts: ScorecardCounts,
  limit: number,
) {
  const { groups } = counts;
  return {
    name,
    title,
    levelOrder: levels.map(level => ({ id: level.id, title: level.title })),
    ...levelCounts(counts),
    checks: checks.flatMap(check => {
      const outcomes = counts.checks[check.id];
      return outcomes
        ? [{ id: check.id, title: check.title, level: check.level, outcomes }]
        : [];
    }),
    groups: groups
      .slice(0, limit)
      .map(group => ({ ref: group.ref, ...levelCounts(group) })),
    omittedGroups: counts.omittedGroups + Math.max(0, groups.length - limit),
  };
}

function levelCounts({ entities, levels, held, score }: LevelCounts) {
  return { entities, levels, held, score };
}
