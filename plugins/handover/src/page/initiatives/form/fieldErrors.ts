import type { InitiativeDefinition } from '@backstage-handover/plugin-handover-common';

/** A field of the form, as errors of the backend name it. */
export type InitiativeField = keyof InitiativeDefinition;

const FIELDS: readonly InitiativeField[] = [
  'title',
  'description',
  'owner',
  'scorecard',
  'target',
  'scope',
  'startsOn',
  'endsOn',
];

/**
 * The beginning of a problem: `endsOn: ` in those of the rules for initiatives,
 * `request/body/endsOn ` in those of the API's description.
 */
const START = new RegExp(
  `(?:^|; |, )(?:request/body/(${FIELDS.join('|')})(?:/\\w+)* |(${FIELDS.join(
    '|',
  )})[.[\\]\\w]*: )`,
  'g',
);

/** What is wrong with which fields, from the message of an error. */
export function fieldErrors(
  message: string,
): Partial<Record<InitiativeField, string>> {
  const starts = [...message.matchAll(START)];
  const errors: Partial<Record<InitiativeField, string>> = {};
  starts.forEach((start, index) => {
    const field = (start[1] ?? start[2]) as InitiativeField;
    const problem = message.slice(
      start.index + start[0].length,
      starts[index + 1]?.index,
    );
    errors[field] = errors[field] ? `${errors[field]}; ${problem}` : problem;
  });
  return errors;
}
