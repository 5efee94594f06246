import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { linesOf } from '../lines';
import { at } from '../types';
import type { SourceFile } from '../types';

/** Most rules that are proposed: a longer file is better read itself. */
const MAX_RULES = 20;

/**
 * CODEOWNERS, as GitHub and GitLab read it: whom to ask about which part. The
 * owner of the service itself is the catalog's, and proposed nowhere.
 */
export function fromCodeowners({ path, text }: SourceFile): Proposal[] {
  return linesOf(text)
    .flatMap(({ text: rule, line }): Proposal[] => {
      const [pattern, ...rest] = rule.trim().split(/\s+/);
      const comment = rest.findIndex(word => word.startsWith('#'));
      const owners = (comment < 0 ? rest : rest.slice(0, comment)).filter(
        isOwner,
      );
      // GitLab's sections are headings: [Documentation], ^[Optional].
      return !pattern || /^(#|\^?\[)/.test(pattern) || owners.length === 0
        ? []
        : [
            {
              kind: 'item',
              field: 'escalation.contactFor',
              value: {
                topic:
                  pattern === '*'
                    ? 'Changes to the code'
                    : `Changes to ${codeSpan(pattern)}`,
                who: owners.join(', '),
              },
              evidence: at(path, line),
            },
          ];
    })
    .slice(0, MAX_RULES);
}

function isOwner(word: string): boolean {
  return (
    /^@{1,2}[\w.-]+(\/[\w.-]+)*$/.test(word) || /^[^\s@]+@[^\s@]+$/.test(word)
  );
}
