import { createInterface } from 'node:readline/promises';
import { CommandError } from '../io/CommandError';
import { remark } from '../io/output';
import { CRITICALITIES } from './answers';
import type { Answers } from './answers';

type Question = {
  key: keyof Answers;
  text: string;
  choices?: readonly string[];
  /** The answer has several parts, separated by commas. */
  list?: boolean;
};

const QUESTIONS: Question[] = [
  { key: 'entity', text: 'Catalog entity' },
  {
    key: 'tier',
    text: 'Service tier, 1 is the most critical',
    choices: ['1', '2', '3', '4'],
  },
  { key: 'purpose', text: 'What does it do, in plain words?' },
  { key: 'user', text: 'Who uses it?', list: true },
  {
    key: 'criticality',
    text: 'How critical is it to the business?',
    choices: CRITICALITIES,
  },
  { key: 'impact', text: 'What does an outage cost?' },
  {
    key: 'environment',
    text: 'Where does it run, in the order of promotion?',
    list: true,
  },
  { key: 'reviewedBy', text: "Your name, as today's reviewer" },
];

/** Exit code of what was stopped by Ctrl-C (128 + SIGINT). */
const CANCELLED = 130;

/**
 * Asks for what is not known yet. An empty answer takes what is suggested, or
 * leaves the field for later. Questions go to standard error, so that standard
 * output can be the document.
 */
export async function ask(
  given: Answers,
  suggested: Answers,
): Promise<Answers> {
  const questions = QUESTIONS.filter(({ key }) => given[key] === undefined);
  const terminal = createInterface({
    input: process.stdin,
    output: process.stderr,
  });
  const stop = new AbortController();
  terminal.on('SIGINT', () => stop.abort());
  terminal.on('close', () => stop.abort());
  const answers: Answers = { ...given };
  remark(
    'Press Enter to accept the suggestion or leave the field for later. Press Ctrl-C to cancel.',
  );
  try {
    for (const question of questions) {
      const answer = await askOne(question, suggested[question.key], prompt =>
        terminal.question(prompt, { signal: stop.signal }),
      );
      Object.assign(answers, answer);
    }
    return answers;
  } catch (error) {
    if (stop.signal.aborted) {
      remark('');
      throw new CommandError('cancelled, nothing was written', {
        exitCode: CANCELLED,
      });
    }
    throw error;
  } finally {
    terminal.close();
  }
}

async function askOne(
  { key, text, choices, list }: Question,
  suggestion: Answers[keyof Answers],
  prompt: (text: string) => Promise<string>,
): Promise<Answers> {
  const remarks = [
    choices?.join(', '),
    list ? 'separated by commas' : undefined,
  ].filter(Boolean);
  const shown = suggestion === undefined ? '' : ` [${suggestion}]`;
  const line = `${text}${
    remarks.length > 0 ? ` (${remarks.join('; ')})` : ''
  }${shown} `;
  for (;;) {
    const answer = (await prompt(line)).trim();
    if (!answer) {
      return { [key]: suggestion };
    }
    if (list) {
      return { [key]: answer.split(',').flatMap(part => part.trim() || []) };
    }
    if (!choices || choices.includes(answer)) {
      return { [key]: answer };
    }
    remark(`'${answer}' is not one of ${choices.join(', ')}.`);
  }
}
