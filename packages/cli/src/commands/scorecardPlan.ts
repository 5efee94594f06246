import type { ScorecardPlan } from '@backstage-handover/plugin-handover-common';
import { CommandError } from '../io/CommandError';
import { print, printJson, printWarning } from '../io/output';
import type { DocumentOptions } from '../io/parseOptions';
import { readText } from '../io/readText';
import { callOptions, portalClient } from '../portal/client';
import { invalidScorecard } from '../scorecards/loadScorecard';
import { planDocuments } from '../scorecards/planDocuments';
import { planHuman } from '../scorecards/planHuman';
import { planMarkdown } from '../scorecards/planMarkdown';
import { whenAllowed } from '../scorecards/whenAllowed';

type PlanOptions = DocumentOptions & {
  documents?: string;
  base?: string;
  portal?: string;
  failOnLoss?: boolean;
  format: 'human' | 'json' | 'markdown';
};

/** How long the portal can take: longer than it allows itself. */
const TIMEOUT_MS = 10 * 60_000;

/**
 * Predicts what putting a scorecard in force changes. With `--fail-on-loss`,
 * ends with 1 unless every entity keeps its level.
 */
export async function planScorecard(file: string, options: PlanOptions) {
  const { documents, base, failOnLoss } = options;
  if (base !== undefined && documents === undefined) {
    throw new CommandError('--base needs --documents', {
      hint: 'Without --documents, the scorecard is compared with the one in force in the portal.',
    });
  }
  if (failOnLoss && documents !== undefined && base === undefined) {
    throw new CommandError('--fail-on-loss with --documents needs --base', {
      hint: 'Without the scorecard as it was, nothing can be lost.',
    });
  }
  const { plan, remarks } =
    documents === undefined
      ? await planInPortal(file, options)
      : await planDocuments(file, { ...options, documents });
  if (options.format === 'json') {
    printJson({ plan, remarks });
  } else if (options.format === 'markdown') {
    print(planMarkdown(plan, remarks));
  } else {
    print(planHuman(plan));
    remarks.forEach(printWarning);
  }
  if (failOnLoss && !keepsLevels(plan)) {
    process.exitCode = 1;
  }
}

async function planInPortal(
  file: string,
  { portal }: PlanOptions,
): Promise<{ plan: ScorecardPlan; remarks: string[] }> {
  const client = portalClient(portal);
  const yaml = await readText(file);
  let result: Awaited<ReturnType<typeof client.scorecards.plan>>;
  try {
    const options = callOptions(TIMEOUT_MS);
    result = await whenAllowed(
      () => client.scorecards.plan(yaml, options),
      options.signal,
    );
  } catch (error) {
    throw new CommandError(
      `the portal cannot plan '${file}': ${(error as Error).message}`,
    );
  }
  if (!result.plan) {
    throw invalidScorecard(file, result.problems);
  }
  return { plan: result.plan, remarks: [] };
}

/** Where nothing is in the scope, a typo may have emptied it. */
function keepsLevels({ changed, after }: ScorecardPlan): boolean {
  return changed.lost === 0 && changed.left === 0 && after.entities > 0;
}
