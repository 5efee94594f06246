import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import { toMarkdown } from '@backstage-handover/plugin-handover-common/documents';
import { NotFoundError } from '@backstage/errors';

/**
 * Renders the last good revision as a Markdown page, with a note if it may be
 * out of date.
 *
 * @throws NotFoundError if there is none
 */
export function toMarkdownPage(state: DocumentState): string {
  if (!state.document) {
    throw new NotFoundError(`There is no handover of '${state.entityRef}'`);
  }
  return toMarkdown(state.document, {
    title: `Handover of ${state.entityRef}`,
    note: noteOn(state),
  });
}

function noteOn(state: DocumentState): string | undefined {
  const notes: string[] = [];
  if (state.status !== 'ok') {
    const status = state.failingSince
      ? `has been ${state.status} since ${state.failingSince}`
      : `is ${state.status}`;
    notes.push(
      `This is revision ${state.revision?.number}: the document ${status}.`,
    );
  }
  if (state.stale) {
    notes.push(
      state.reviewDueAt
        ? `The review of this handover has been overdue since ${state.reviewDueAt.slice(
            0,
            10,
          )}.`
        : 'Nobody has reviewed this handover yet.',
    );
  }
  return notes.length > 0 ? notes.join(' ') : undefined;
}
