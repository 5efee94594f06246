import { createTemplateGlobalFunction } from '@backstage/plugin-scaffolder-node/alpha';

/** `today()`: the day a template runs, for `metadata.reviewedAt` and the like. */
export const today = createTemplateGlobalFunction({
  id: 'today',
  description: "Today's date in UTC, for example `2026-11-20`.",
  examples: [{ description: 'A date', example: '${{ today() }}' }],
  fn: () => new Date().toISOString().slice(0, 10),
});
