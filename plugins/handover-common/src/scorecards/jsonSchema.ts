import { z } from 'zod/v4';
import { scorecardSchema } from './schema';

/**
 * The JSON Schema (draft 2020-12) of a scorecard, for editors. Only
 * `parseScorecard` checks conditions.
 *
 * @alpha
 */
export function scorecardJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(scorecardSchema, {
    target: 'draft-2020-12',
    io: 'input',
  });
  return {
    $schema,
    $id: 'https://handover.dev/schema/v1/scorecard.json',
    title: 'Scorecard',
    description: 'Checks of handovers, grouped into levels.',
    ...schema,
  };
}
