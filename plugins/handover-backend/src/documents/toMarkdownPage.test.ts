import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import { coverageOf } from '@backstage-handover/plugin-handover-common/documents';
import { handoverYaml, parsed } from './__testUtils__/documents';
import { toMarkdownPage } from './toMarkdownPage';

const document = parsed(handoverYaml('Takes orders'));
const state: DocumentState = {
  entityRef: 'component:default/orders',
  source: 'repository',
  status: 'ok',
  revision: {
    number: 3,
    source: 'repository',
    createdAt: '2026-11-01T00:00:00.000Z',
    contentHash: 'abc',
  },
  document,
  coverage: coverageOf(document),
  problems: [],
  stale: false,
};
const notesOf = (changes: Partial<DocumentState>) =>
  toMarkdownPage({ ...state, ...changes })
    .split('\n')
    .filter(line => line.startsWith('>'));

it('warns of what cannot be relied on, and of nothing else', () => {
  expect(notesOf({})).toEqual([]);
  expect(
    notesOf({
      status: 'unreachable',
      failingSince: '2026-11-20T08:00:00.000Z',
      stale: true,
      reviewDueAt: '2026-10-01T00:00:00.000Z',
    }),
  ).toEqual([
    '> This is revision 3: the document has been unreachable since 2026-11-20T08:00:00.000Z. The review of this handover has been overdue since 2026-10-01.',
  ]);
  expect(notesOf({ stale: true })).toEqual([
    '> Nobody has reviewed this handover yet.',
  ]);
});
