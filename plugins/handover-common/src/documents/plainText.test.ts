import { type HandoverDocument, sectionText } from './index';

it('says what a section says, a line for each field', () => {
  expect(
    sectionText(
      {
        apiVersion: 'handover.dev/v1',
        kind: 'Handover',
        rollback: {
          triggers: ['Error rate above 2 %'],
          steps: [{ do: 'Undo it', command: 'helm rollback payments' }],
          decideWithin: 'PT15M',
        },
      },
      'rollback',
    ).split('\n'),
  ).toEqual([
    'Roll back when: Error rate above 2 %',
    'Step: Undo it',
    'Command: helm rollback payments',
    'Decide within: 15 minutes',
  ]);
});

it('leaves out the markup of Markdown, and nothing of commands', () => {
  const command = 'grep -l `app` **/bold** # [a](b)';
  const document: HandoverDocument = {
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    failures: {
      items: [
        {
          symptom: '**All** pods of `a**b_c` fail',
          cause: '# Cause\n\n> See [the log](https://x.test/?q=1).',
          fix: '1. Set `A` to\n2. 2 * 3 * 4\n\n```sh\nls *\n```\n- Wait',
        },
      ],
    },
    rollback: { steps: [{ do: '**Undo** it', command }] },
  };
  expect(sectionText(document, 'failures')).toBe(
    [
      'Symptom: All pods of a**b_c fail',
      'Cause: Cause\n\nSee the log.',
      'Fix: Set A to\n2 * 3 * 4\n\nls *\nWait',
    ].join('\n'),
  );
  expect(sectionText(document, 'rollback')).toBe(
    `Step: Undo it\nCommand: ${command}`,
  );
});

it.each([
  ['closed', '```sh', '\n```\n- Wait', '\nWait'],
  ['unclosed', '~~~', '', ''],
  ['longer than those in it', '  ````md', '\n```\n- x\n````', '\n```\n- x\n'],
])('keeps code between fences as it is: %s', (_, open, close, after) => {
  const code = '# x\n- x\n> x\nrm -f **/*.log\nls `pwd` **';
  const fix = `1. **Run**\n${open}\n${code}${close}`;
  const text = sectionText(
    {
      apiVersion: 'handover.dev/v1',
      kind: 'Handover',
      failures: { items: [{ symptom: 'x', fix }] },
    },
    'failures',
  );
  expect(text).toBe(`Symptom: x\nFix: Run\n${code}${after}`);
});

it('takes three backticks within a line for no fence', () => {
  const fix = '```ls``` **lists**\n- **x**';
  const document: HandoverDocument = {
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    failures: { items: [{ fix }] },
  };
  expect(sectionText(document, 'failures')).toMatch(/ls.* lists\nx$/);
});

it('says what a query finds, what it is and where it is run', () => {
  expect(
    sectionText(
      {
        apiVersion: 'handover.dev/v1',
        kind: 'Handover',
        observability: {
          logs: [{ title: 'Errors', query: 'level:error', runIn: 'Kibana' }],
          slos: [{ title: 'Availability', url: 'https://slo.example.com' }],
        },
      },
      'observability',
    ).split('\n'),
  ).toEqual([
    'Title: Errors',
    'Query: level:error',
    'Run in: Kibana',
    'Title: Availability',
    'Link: https://slo.example.com',
  ]);
});

it.each([
  ['P1Y', '1 year'],
  ['P2M', '2 months'],
  ['P1W', '1 week'],
  ['P90D', '90 days'],
  ['PT1H', '1 hour'],
  ['PT15M', '15 minutes'],
  ['PT30S', '30 seconds'],
  ['P1DT2H3M4S', '1 day 2 hours 3 minutes 4 seconds'],
  ['PT0H30M', '30 minutes'],
  ['PT0S', '0 seconds'],
  ['P', 'P'],
  ['at P1D', 'at P1D'],
  ['P1D or so', 'P1D or so'],
  ['soon', 'soon'],
])('says the duration %s as people do', (duration, expected) => {
  expect(
    sectionText(
      {
        apiVersion: 'handover.dev/v1',
        kind: 'Handover',
        rollback: { decideWithin: duration },
      },
      'rollback',
    ),
  ).toBe(`Decide within: ${expected}`);
});

it('leaves out ids, and what says nothing', () => {
  expect(
    sectionText(
      {
        apiVersion: 'handover.dev/v1',
        kind: 'Handover',
        failures: {
          items: [
            {
              id: 'disk-full',
              symptom: 'Disk full',
              cause: '',
              match: { reason: 'Evicted' },
            },
          ],
        },
      },
      'failures',
    ),
  ).toBe('Symptom: Disk full\nReason: Evicted');
});

it('is empty where there is no such section', () => {
  expect(
    sectionText({ apiVersion: 'handover.dev/v1', kind: 'Handover' }, 'notes'),
  ).toBe('');
});
