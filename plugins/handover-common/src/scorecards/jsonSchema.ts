import { definitionJsonSchema } from '../definitions/jsonSchema';
import { scorecardSchema } from './schema';

/**
 * The JSON Schema (draft 2020-12) of a scorecard, for editors. Only
 * `parseScorecard` checks conditions.
 *
 * @alpha
 */
export function scorecardJsonSchema(): Record<string, unknown> {
  return definitionJsonSchema(scorecardSchema, {
    name: 'scorecard',
    title: 'Scorecard',
    description: 'Checks of handovers, grouped into levels.',
  });
}
