import fc from 'fast-check';
import { documentArbitrary } from './__testUtils__/arbitraries';
import {
  type HandoverDocument,
  SECTION_KEYS,
  SECTION_TITLES,
  sectionText,
  toMarkdown,
} from './index';

const HANDOVER: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  escalation: {
    levels: [
      { who: 'On-call', how: '#on-call', respondWithin: 'PT15M' },
      { who: 'Manager', how: 'Phone' },
    ],
  },
  rollback: {
    steps: [
      {
        do: 'Undo the rollout.',
        command: 'kubectl rollout undo deploy/orders\necho "```"',
        verify: 'All pods are ready.',
      },
      { do: 'Tell the channel.' },
    ],
    decideWithin: 'PT1H30M',
    approvers: ['On-call lead', 'Manager'],
  },
  metadata: {
    tier: 1,
    reviewedAt: '2026-11-20',
    reviewedBy: 'Asha',
    entityRef: 'component:default/orders',
  },
  architecture: {
    links: [{ title: 'Map [new]', url: 'https://example.com/a(b)' }],
    verifiedBy: 'Asha',
  },
  overview: {
    purpose: 'Takes orders.\n\n- by web\n- by API',
    users: ['Customers'],
  },
  deployment: { trigger: { qa: 'automatic', prodEu: 'manual' } },
  windows: { notApplicable: 'Deployed at any time.' },
  dangerZones: {
    items: [
      {
        what: 'Terraform state',
        why: 'Takes\nall down',
        emergencyOnly: true,
      },
    ],
  },
  failures: {
    items: [{ symptom: 'Crash', match: { reason: 'OOMKilled' } }],
  },
};

const MARKDOWN = `# Handover: component:default/orders

Tier 1 · Reviewed 2026-11-20 by Asha

## Overview

### What it does

Takes orders.

- by web
- by API

### Who uses it

- Customers

## Architecture

### Diagrams and documents

- [Map \\[new\\]](<https://example.com/a(b)>)

**Verified by:** Asha

## Deployment

### Trigger

- qa: automatic
- prodEu: manual

## Rollback

### Steps

1. Undo the rollout.

   \`\`\`\`sh
   kubectl rollout undo deploy/orders
   echo "\`\`\`"
   \`\`\`\`

   - Verify: All pods are ready.
2. Tell the channel.

**Decide within:** 1 hour 30 minutes

### Approved by

- On-call lead
- Manager

## Known failures and fixes

- **Crash**
  - Appears as:
    - Reason: OOMKilled

## Change windows

Not applicable: Deployed at any time.

## Danger zones

- **Terraform state**
  - Why: Takes
    all down
  - Emergency only: yes

## Escalation

1. **On-call**
   - How: #on-call
   - Responds within: 15 minutes
2. **Manager**
   - How: Phone
`;

it('writes the sections in their order, whatever their order in the document', () => {
  expect(toMarkdown(HANDOVER)).toBe(MARKDOWN);
});

it('writes links and queries of observability, each query as code with its system', () => {
  expect(
    toMarkdown({
      apiVersion: 'handover.dev/v1',
      kind: 'Handover',
      observability: {
        dashboards: [{ title: 'Orders', url: 'https://example.com/orders' }],
        logs: [
          {
            title: 'Errors',
            url: 'https://example.com/logs',
            query: '{app="orders"}\n|= "error"',
            runIn: 'Loki',
          },
          { title: 'Slow', query: 'duration > 1s', runIn: 'Tempo' },
        ],
      },
    }),
  ).toContain(`## Observability

### Dashboards

- [Orders](<https://example.com/orders>)

### Logs

- [Errors](<https://example.com/logs>)

  \`\`\`
  {app="orders"}
  |= "error"
  \`\`\`

  - Run in: Loki
- **Slow**

  \`\`\`
  duration > 1s
  \`\`\`

  - Run in: Tempo
`);
});

it('makes a link of an address that stands alone, and of nothing else', () => {
  expect(
    toMarkdown({
      apiVersion: 'handover.dev/v1',
      kind: 'Handover',
      environments: {
        items: [
          { name: 'qa', url: 'https://qa.example.com/a?b=c' },
          { name: 'prod', purpose: 'https://example.com asks for a token' },
        ],
      },
    }),
  ).toBe(`# Handover

## Environments and technologies

- **qa**
  - Link: <https://qa.example.com/a?b=c>
- **prod**
  - Purpose: https://example.com asks for a token
`);
});

it('has the title that is asked for, on one line', () => {
  expect(
    toMarkdown(
      { apiVersion: 'handover.dev/v1', kind: 'Handover' },
      { title: 'Order\n# processing' },
    ),
  ).toBe('# Order # processing\n');
});

it('says below the heading what a reader must know first', () => {
  expect(
    toMarkdown(
      { apiVersion: 'handover.dev/v1', kind: 'Handover' },
      { title: 'Orders', note: 'The review\nis overdue.' },
    ),
  ).toBe('# Orders\n\n> The review is overdue.\n');
});

it('leaves out no section that the document has', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(documentArbitrary, document => {
      const headings = toMarkdown(document).split('\n');
      const filled = SECTION_KEYS.filter(
        key => sectionText(document, key) || document[key]?.notApplicable,
      );
      filled.forEach(key => seen.add(key));
      expect(headings).toEqual(
        expect.arrayContaining(filled.map(key => `## ${SECTION_TITLES[key]}`)),
      );
    }),
  );
  expect([...seen].sort()).toEqual([...SECTION_KEYS].sort());
});
