import { InputError } from '@backstage/errors';

/** Words beyond these make a search slower, not better. */
const MAX_WORDS = 12;

/** Words that are in every sentence and tell nothing. */
const FILLERS = new Set(
  'a an and are as at be been but by can do does for from get gets has have in is it its no not of on or our that the their then there they this to was we were when which with'.split(
    ' ',
  ),
);

/**
 * The words by which a failure is looked for, in lower case.
 *
 * @throws InputError if there are none.
 */
export function symptomWords(symptom: string): string[] {
  const words = symptom
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1 && !FILLERS.has(word));
  if (words.length === 0) {
    throw new InputError(
      'The symptom contains no words to search for: describe what you see, such as an error message',
    );
  }
  return [...new Set(words)].slice(0, MAX_WORDS);
}
