import { type APIRequestContext, expect } from '@playwright/test';
import { stringify } from 'yaml';

/** A handover as it is written, without the two fields that say what it is. */
type Content = Record<string, unknown>;

export function toYaml(content: Content): string {
  return stringify({
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    ...content,
  });
}

/** Writes the next revision of a component's handover in the portal, whatever was there before. */
export async function writeInPortal(
  api: APIRequestContext,
  name: string,
  content: Content,
  message: string,
): Promise<number> {
  const path = `documents/component/default/${name}`;
  const before = await api.get(path);
  const { revision } = await before.json();
  const response = await api.put(path, {
    headers: revision
      ? { 'If-Match': `"${revision.number}"` }
      : { 'If-None-Match': '*' },
    data: { yaml: toYaml(content), message },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return (await response.json()).revision.number;
}

const ENVIRONMENTS = ['development', 'staging', 'production'];

/** A handover with 500 failures and 50 windows, about half of what the limits allow. */
export function manyEntries(): Content {
  return {
    metadata: { reviewedAt: '2026-11-16', reviewEvery: 'P2Y' },
    overview: { purpose: 'Breaks in **500** ways, and may change rarely.' },
    environments: { items: ENVIRONMENTS.map(name => ({ name })) },
    rollback: {
      steps: [{ do: 'Go back.', command: 'helm rollback many-entries' }],
      decideWithin: 'PT10M',
      approvers: ['On-call lead'],
    },
    failures: {
      items: Array.from({ length: 500 }, (_, index) => ({
        symptom: `Consumer ${index} falls behind`,
        cause: `Partition **${index}** has a message that it cannot read.`,
        fix: `Skip it:\n\n\`\`\`sh\nconsumer skip --partition ${index}\n\`\`\`\n\nSee the [run book](https://runbooks.example.com/${index}).`,
        frequency: ['low', 'medium', 'high'][index % 3],
        match: { reason: 'CrashLoopBackOff', message: `partition ${index}` },
      })),
    },
    windows: {
      items: Array.from({ length: 50 }, (_, index) => ({
        id: `window-${index}`,
        title: `Window ${index}`,
        effect: 'deny',
        reason: `Batch ${index} runs.`,
        environments: [ENVIRONMENTS[index % 3]],
        schedule: {
          start: `2026-01-01T${String(index % 24).padStart(2, '0')}:00`,
          duration: 'PT1H',
          rrule: `FREQ=WEEKLY;BYDAY=${
            ['MO', 'TU', 'WE', 'TH', 'FR'][index % 5]
          }`,
          timeZone: ['Asia/Kolkata', 'Europe/London', 'America/New_York'][
            index % 3
          ],
        },
      })),
    },
    dangerZones: { items: [{ what: 'The offsets', approval: 'On-call lead' }] },
    escalation: { levels: [{ who: 'On-call', how: 'Page them.' }] },
  };
}
