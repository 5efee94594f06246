import type {
  TriggerRange,
  TriggerSample,
} from '@backstage-handover/plugin-handover-common/triggers';
import { parseAnswer } from '@backstage-handover/plugin-handover-node';
import { z } from 'zod/v4';

/** More than one is too many already: so that a large answer costs little. */
const MAX_SERIES = 100;

/** Of one series. A source that ignores the step has more than asked for. */
const MAX_SAMPLES = 1_000;

/**
 * Checks the series that a source returns for a range.
 *
 * @throws Error if they have an unexpected form, or results of other times
 */
export function toTriggerSeries(
  returned: unknown,
  { title }: { title: string },
  { from, to, stepMs }: TriggerRange,
): TriggerSample[][] {
  const series = z
    .array(
      z.object({
        samples: z
          .array(
            z.object({
              at: z
                .number()
                .min(from - stepMs)
                .max(to + stepMs),
              // Not a number is a result, too.
              value: z.custom<number>(
                value => typeof value === 'number',
                'must be a number',
              ),
            }),
          )
          .max(MAX_SAMPLES),
      }),
    )
    .max(MAX_SERIES);
  return parseAnswer(title, series, returned).map(({ samples }) => samples);
}
