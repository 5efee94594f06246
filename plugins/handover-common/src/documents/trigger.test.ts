import { checkHandoverDocument } from '../secrets';
import {
  coverageOf,
  diffDocuments,
  formatProblem,
  type HandoverDocument,
  handoverJsonSchema,
  parseHandoverDocument,
  type RollbackTrigger,
  sectionText,
  toMarkdown,
  triggerText,
} from './index';

const HEAD = 'apiVersion: handover.dev/v1\nkind: Handover\n';

const problemsOf = (yaml: string) =>
  parseHandoverDocument(HEAD + yaml).problems.map(problem =>
    formatProblem('handover.yaml', problem),
  );

const withTriggers = (...triggers: RollbackTrigger[]): HandoverDocument => ({
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  rollback: { triggers },
});

const slow: RollbackTrigger = {
  text: 'Requests take more than half a second',
  query: 'slo:latency:p99',
  above: 0.5,
  for: 'PT5M',
  unit: 'seconds',
};

it('is text, or text with a query and the value beyond which it is met', () => {
  const { document, problems } = parseHandoverDocument(`${HEAD}rollback:
  triggers:
    - Customers report wrong totals
    - text: Requests fail
    - text: Requests take long
      query: slo:latency:p99
      above: 0.5
      for: PT5M
      unit: seconds
    - text: Nobody orders
      query: sum(rate(orders_total[5m]))
      below: 0
      for: P1D
  watchFor: PT2H
`);
  expect(problems).toEqual([]);
  expect(document?.rollback?.triggers?.map(triggerText)).toEqual([
    'Customers report wrong totals',
    'Requests fail',
    'Requests take long',
    'Nobody orders',
  ]);
});

it('is refused where it cannot be evaluated, with what is wrong', () => {
  expect(
    problemsOf(`rollback:
  triggers:
    - {text: a, query: up}
    - {text: a, query: up, above: 1, below: 2}
    - {text: a, above: 1}
    - {text: a, query: up, above: "1"}
    - {text: a, query: up, above: 1, for: P2D}
    - {text: a, query: up, above: 1, for: 5m}
    - {query: up, above: 1}
    - {text: a, expr: up, above: 1}
    - {text: a, query: ${'x'.repeat(2_001)}, above: 1}
    - 5
`),
  ).toEqual([
    'handover.yaml:5:7 rollback.triggers[0]: either above or below is required with a query',
    'handover.yaml:6:7 rollback.triggers[1]: only one of above and below is allowed',
    'handover.yaml:7:7 rollback.triggers[2].query: is required with above, below, for or unit',
    'handover.yaml:8:35 rollback.triggers[3].above: must be a number, not text',
    'handover.yaml:9:43 rollback.triggers[4].for: must be at most P1D',
    'handover.yaml:10:43 rollback.triggers[5].for: must be an ISO 8601 duration such as PT15M or P90D',
    'handover.yaml:11:7 rollback.triggers[6].text: is required',
    'handover.yaml:12:7 rollback.triggers[7].query: is required with above, below, for or unit',
    "handover.yaml:12:17 rollback.triggers[7].expr: unknown key 'expr'; known keys are text, query, above, below, for, unit",
    'handover.yaml:13:24 rollback.triggers[8].query: is longer than 2,000 characters',
    'handover.yaml:14:7 rollback.triggers[9]: must be text, not a number; put it in quotes',
  ]);
});

it('is measured and watched for a fixed length', () => {
  const fixed =
    'must have a fixed length: use weeks, days, hours, minutes or seconds';
  expect(
    problemsOf(`rollback:
  triggers:
    - {text: a, query: up, above: 1, for: P1M}
    - {text: a, query: up, above: 1, for: "PT90,5S"}
  watchFor: P1M
  decideWithin: P1M
`),
  ).toEqual([
    `handover.yaml:5:43 rollback.triggers[0].for: ${fixed}`,
    `handover.yaml:7:13 rollback.watchFor: ${fixed}`,
  ]);
  expect(problemsOf('rollback: {watchFor: an hour}\n')).toEqual([
    'handover.yaml:3:22 rollback.watchFor: must be an ISO 8601 duration such as PT15M or P90D',
  ]);
});

it('is refused beyond twenty with a query', () => {
  const triggers = (count: number) =>
    `rollback:\n  triggers:\n    - a\n${'    - {text: a, query: up, above: 1}\n'.repeat(
      count,
    )}`;
  expect(problemsOf(triggers(20))).toEqual([]);
  expect(problemsOf(triggers(21))).toEqual([
    'handover.yaml:5:5 rollback.triggers: more than 20 triggers with a query are not allowed',
  ]);
});

it('is refused with a secret in its query, without showing it', async () => {
  const { problems } = await checkHandoverDocument(`${HEAD}rollback:
  triggers:
    - text: a
      query: up{token="ghp_${'a1B2'.repeat(9)}"}
      above: 1
`);
  expect(problems).toEqual([
    expect.objectContaining({ severity: 'error', line: 6 }),
  ]);
  expect(JSON.stringify(problems)).not.toContain('a1B2a1B2');
});

it('covers the field if it says something', () => {
  const missing = (trigger: RollbackTrigger) =>
    coverageOf(withTriggers(trigger)).sections.rollback.missing.map(
      ({ path }) => path,
    );
  expect(missing(slow)).not.toContain('rollback.triggers');
  expect(missing({ text: 'TODO' })).toContain('rollback.triggers');
});

it('is the same trigger when it gets a query', () => {
  const [change, ...others] = diffDocuments(
    withTriggers('Down', slow.text),
    withTriggers('Down', slow),
  );
  expect(change).toMatchObject({
    kind: 'changed',
    path: 'rollback.triggers[1]',
    item: slow.text,
  });
  expect(others).toEqual([]);
});

it('is written with its query in Markdown and in the search index', () => {
  expect(toMarkdown(withTriggers('Down', slow))).toContain(`- Down
- Requests take more than half a second

  \`\`\`
  slo:latency:p99
  \`\`\`

  - Above: 0.5
  - For: 5 minutes
  - Unit: seconds
`);
  expect(sectionText(withTriggers(slow), 'rollback').split('\n')).toEqual([
    'Trigger: Requests take more than half a second',
    'Query: slo:latency:p99',
    'Above: 0.5',
    'For: 5 minutes',
    'Unit: seconds',
  ]);
});

it('is described in the schema for editors', () => {
  expect(JSON.stringify(handoverJsonSchema())).toContain(
    'A PromQL expression that returns one series. Leave out comparisons.',
  );
});
