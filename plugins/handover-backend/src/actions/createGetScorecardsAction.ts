import {
  type EntityScorecard,
  nextChecks,
} from '@backstage-handover/plugin-handover-common';
import { OUTCOMES } from '@backstage-handover/plugin-handover-common/scorecards';
import type { ActionOptions } from './ActionOptions';
import { auditedAction } from './auditedAction';
import { toEntityRef } from './toEntityRef';

/** `get-scorecards`: the levels of an entity, what each check was decided from, and what to fix next. */
export function createGetScorecardsAction(options: ActionOptions): void {
  const { actionsRegistry, scorecards } = options;
  actionsRegistry.register({
    name: 'get-scorecards',
    title: 'Get Scorecards of an Entity',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    description: `
Returns the scorecards of a catalog entity: its level, the outcome of each check with the facts that it was decided from, and what to fix next.
Use this to answer why a service has its level, which check fails and why, and what brings it to the next level.
"next" lists the checks that don't pass, in the order in which they are best fixed, with the reason and the fix. Outcomes that are "unknown" lack a fact: say so, and don't treat them as failed.
An entity that is in no scorecard's scope, or that was never evaluated, has no scorecards.
For the levels of many services, use summarize-fleet-scorecards instead.
    `,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'Reference of the catalog entity, such as component:default/orders. A bare name means a component in the default namespace.',
            ),
        }),
      output: z => {
        const outcome = z.enum(OUTCOMES);
        return z.object({
          entityRef: z.string(),
          scorecards: z.array(
            z.object({
              name: z.string(),
              title: z.string(),
              level: z
                .string()
                .optional()
                .describe('Id of the level. Absent below the lowest level.'),
              levelHeld: z
                .boolean()
                .describe(
                  'Whether it is only the last known level, because a check that it needs is unknown.',
                ),
              levels: z
                .array(z.object({ id: z.string(), title: z.string() }))
                .describe('All levels, the lowest first.'),
              score: z
                .number()
                .optional()
                .describe('Weighted share of checks that pass, 0 to 1.'),
              evaluatedAt: z.string(),
              changedAt: z
                .string()
                .describe('When the level, score or an outcome last changed.'),
              checks: z.array(
                z.object({
                  id: z.string(),
                  title: z.string().optional(),
                  level: z
                    .string()
                    .optional()
                    .describe('The lowest level that needs the check.'),
                  outcome,
                  counts: z
                    .boolean()
                    .describe('Whether it affects level and score already.'),
                  enforcedFrom: z
                    .string()
                    .optional()
                    .describe('The day from which it counts.'),
                  reason: z
                    .string()
                    .optional()
                    .describe('Why the outcome is unknown.'),
                  condition: z
                    .string()
                    .optional()
                    .describe('What passes, as a CEL expression.'),
                  facts: z
                    .array(
                      z.object({
                        path: z.string(),
                        value: z.unknown(),
                        missing: z
                          .string()
                          .optional()
                          .describe('Why there is no value.'),
                        omitted: z
                          .boolean()
                          .optional()
                          .describe('Set if the value is too long.'),
                      }),
                    )
                    .describe('What the outcome was decided from.'),
                }),
              ),
              next: z.array(
                z.object({
                  id: z.string(),
                  outcome,
                  level: z.string(),
                  weight: z.number(),
                  effort: z.enum(['small', 'medium', 'large']),
                  why: z.string().describe('Why the check matters. Markdown.'),
                  fix: z.object({
                    text: z.string().describe('Markdown.'),
                    section: z
                      .string()
                      .optional()
                      .describe('Section of the handover that the fix is in.'),
                    link: z.string().optional(),
                  }),
                }),
              ),
            }),
          ),
        });
      },
    },
    examples: [
      {
        title:
          'Why does a service have its level, and what is best fixed next?',
        input: { entityRef: 'component:default/orders' },
      },
    ],
    action: async ({ input, credentials }) => {
      const entityRef = toEntityRef(input.entityRef);
      const { items } = await auditedAction(
        options,
        credentials,
        {
          eventId: 'scorecard-fetch',
          meta: { queryType: 'by-name', entityRef },
        },
        () => scorecards.getForEntity(entityRef, { credentials }),
      );
      return { output: { entityRef, scorecards: items.map(toOutput) } };
    },
  });
}

function toOutput({ scorecard, result }: EntityScorecard) {
  const definitions = new Map(scorecard.checks.map(each => [each.id, each]));
  return {
    name: scorecard.name,
    title: scorecard.title,
    level: result.level,
    levelHeld: result.levelHeld,
    levels: scorecard.levels.map(({ id, title }) => ({ id, title })),
    score: result.score,
    evaluatedAt: result.evaluatedAt,
    changedAt: result.changedAt,
    checks: result.checks.map(check => {
      const definition = definitions.get(check.id);
      return {
        ...check,
        title: definition?.title,
        level: definition?.level,
        condition: definition?.condition,
        enforcedFrom: definition?.enforcedFrom,
      };
    }),
    next: nextChecks(scorecard, result.checks).map(check => ({
      id: check.id,
      outcome: check.result.outcome,
      level: check.level,
      weight: check.weight,
      effort: check.effort,
      why: check.why,
      fix: check.fix,
    })),
  };
}
