import { serializeHandoverDocument } from './index';

it('writes sections in their order, long text as blocks, and what looks like another type in quotes', () => {
  expect(
    serializeHandoverDocument({
      rollback: { approvers: ['yes', '12', 'null', '2026-11-20'] },
      overview: {
        purpose: 'Takes orders.\n\n- by web\n',
        impact: 'None: really',
      },
      kind: 'Handover',
      apiVersion: 'handover.dev/v1',
      metadata: { tier: 1 },
    }),
  ).toBe(`apiVersion: handover.dev/v1
kind: Handover
metadata:
  tier: 1
overview:
  purpose: |
    Takes orders.

    - by web
  impact: "None: really"
rollback:
  approvers:
    - yes
    - "12"
    - "null"
    - 2026-11-20
`);
});

it('writes an object that occurs twice twice, without anchors', () => {
  const link = { title: 'Map', url: 'https://example.com' };
  expect(
    serializeHandoverDocument({
      apiVersion: 'handover.dev/v1',
      kind: 'Handover',
      architecture: { links: [link, link] },
    }),
  ).not.toMatch(/[&*]/);
});
