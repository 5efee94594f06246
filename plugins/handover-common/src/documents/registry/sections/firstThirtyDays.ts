import { GROUP_LIST, ID, MARKDOWN, MARKDOWN_LIST, TEXT } from '../inputs';
import { OPTION_LABELS } from '../labels';
import type { PartDetails } from '../types';

export const firstThirtyDays: PartDetails<'firstThirtyDays'> = {
  description: 'How ownership is taken over, step by step.',
  fields: {
    stages: {
      description: 'The stages, in order.',
      required: true,
      why: 'Ownership grows in steps. Without a plan, people assume it on the first day or never.',
      input: GROUP_LIST,
    },
    'stages[].id': ID,
    'stages[].name': {
      description: 'The stage.',
      input: { kind: 'enum', options: OPTION_LABELS.stage },
    },
    'stages[].goal': {
      description: 'What the new owner can do at the end of the stage.',
      required: true,
      why: 'A stage without a goal has no end that both sides can agree on.',
      input: MARKDOWN,
    },
    'stages[].activities': {
      description: 'What the new owner does in this stage.',
      input: MARKDOWN_LIST,
    },
    'stages[].until': {
      description: 'When the stage ends, for example "day 7".',
      input: TEXT,
    },
  },
};
