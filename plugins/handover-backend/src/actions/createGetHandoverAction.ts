import type {
  DocumentState,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import {
  SECTION_KEYS,
  SECTION_TITLES,
} from '@backstage-handover/plugin-handover-common/documents';
import type { ActionOptions } from './ActionOptions';
import { auditedAction } from './auditedAction';
import { toEntityRef } from './toEntityRef';

/** `get-handover`: the state of an entity's handover, and the document or one section of it. */
export function createGetHandoverAction(options: ActionOptions): void {
  const { actionsRegistry, documents } = options;
  actionsRegistry.register({
    name: 'get-handover',
    title: 'Get Handover',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    description: `
Returns the handover of a catalog entity: what you need to know to operate it or take it over.
Use this to answer how a service is deployed or rolled back, what usually breaks, what must not be touched, and who to call.
If the question is about one topic, request only that section. Without a section, the whole document is returned.
The result shows how reliable the document is: its status, whether its review is overdue ("stale"), and which required fields of each section are empty ("missing").
Missing fields are unknown. Do not make up values for them.
To find out whether a service can be deployed now, use explain-gate instead.
    `,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'Reference of the catalog entity, such as component:default/orders. A bare name means a component in the default namespace.',
            ),
          section: z
            .enum(SECTION_KEYS)
            .optional()
            .describe(
              `One section of the document: ${SECTION_KEYS.map(
                key => `${key} (${SECTION_TITLES[key]})`,
              ).join(', ')}.`,
            ),
        }),
      output: z =>
        z.object({
          entityRef: z.string(),
          status: z
            .enum(['ok', 'missing', 'invalid', 'unreachable'])
            .describe(
              '"ok": the document is valid. "missing": there is no document. "invalid" or "unreachable": the content is the last good revision, if there is one.',
            ),
          revision: z.number().optional(),
          stale: z.boolean().describe('Whether its review is overdue.'),
          reviewDueAt: z.string().optional(),
          coverage: z
            .number()
            .describe('Share of required fields that are filled in, 0 to 1.'),
          sections: z
            .record(
              z.object({
                state: z.enum(['covered', 'partial', 'missing']),
                missing: z
                  .array(z.object({ path: z.string(), why: z.string() }))
                  .describe('Required fields that are empty.'),
              }),
            )
            .describe('Coverage of each section.'),
          problems: z
            .array(z.object({ path: z.string(), message: z.string() }))
            .describe('Why the status is not ok.'),
          content: z
            .record(z.unknown())
            .optional()
            .describe(
              'The document or the requested section. Absent if there is none. Texts are Markdown.',
            ),
        }),
    },
    examples: [
      {
        title: 'How is a service rolled back?',
        input: { entityRef: 'component:default/orders', section: 'rollback' },
      },
    ],
    action: async ({ input, credentials }) => {
      const entityRef = toEntityRef(input.entityRef);
      const state = await auditedAction(
        options,
        credentials,
        {
          eventId: 'document-fetch',
          meta: { queryType: 'by-name', entityRef, section: input.section },
        },
        () => documents.getDocument(entityRef, { credentials }),
      );
      return { output: toOutput(state, input.section) };
    },
  });
}

function toOutput(state: DocumentState, section: SectionKey | undefined) {
  const { coverage, document } = state;
  const sections = Object.entries(coverage.sections)
    .filter(([key]) => section === undefined || key === section)
    .map(([key, each]) => [key, { state: each.state, missing: each.missing }]);
  return {
    entityRef: state.entityRef,
    status: state.status,
    revision: state.revision?.number,
    stale: state.stale,
    reviewDueAt: state.reviewDueAt,
    coverage: coverage.ratio,
    sections: Object.fromEntries(sections),
    problems: state.problems.map(({ path, message }) => ({ path, message })),
    content: section ? document?.[section] : document,
  };
}
