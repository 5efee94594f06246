import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import type { SourceFile } from './types';

/** Longest quote in characters. */
const MAX_QUOTE = 300;

/** Puts the line that a proposal was read from into its evidence. */
export function withQuotes(
  files: readonly SourceFile[],
  proposals: readonly Proposal[],
): Proposal[] {
  const lines = new Map<string, string[]>();
  const linesOf = (path: string) => {
    const known = lines.get(path);
    if (known) {
      return known;
    }
    const text = files.find(file => file.path === path)?.text ?? '';
    const found = text.split('\n');
    lines.set(path, found);
    return found;
  };
  return proposals.map(proposal => {
    const { source, place } = proposal.evidence;
    const line =
      place && 'line' in place ? linesOf(source)[place.line - 1] : undefined;
    const quote = line?.trim();
    return quote && quote.length <= MAX_QUOTE
      ? { ...proposal, evidence: { ...proposal.evidence, quote } }
      : proposal;
  });
}
