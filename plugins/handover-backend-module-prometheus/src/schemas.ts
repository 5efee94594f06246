import { z } from 'zod/v4';

// Prometheus' HTTP API, https://prometheus.io/docs/prometheus/latest/querying/api/:
// what is read of it.

/** JSON has no such numbers. */
const SPECIAL: Record<string, number> = {
  NaN,
  '+Inf': Infinity,
  '-Inf': -Infinity,
};

const value = z.string().transform((text, context) => {
  const number = SPECIAL[text] ?? Number(text);
  if (text.trim() === '' || (Number.isNaN(number) && text !== 'NaN')) {
    context.addIssue({ code: 'custom', message: 'must be a number' });
    return z.NEVER;
  }
  return number;
});

export const rangeAnswer = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(
      z.object({
        // A series of native histograms has none.
        values: z.array(z.tuple([z.number(), value])).default([]),
      }),
    ),
  }),
  warnings: z.array(z.string()).default([]),
  // Only VictoriaMetrics has it.
  isPartial: z.boolean().optional(),
});

export type RangeAnswer = z.output<typeof rangeAnswer>;

/** Why a query was refused or failed. */
export const failedAnswer = z.object({ error: z.string().min(1) });
