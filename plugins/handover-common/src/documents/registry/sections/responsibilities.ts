import { GROUP_LIST, ID, MARKDOWN, URL } from '../inputs';
import { OPTION_LABELS } from '../labels';
import type { PartDetails } from '../types';

export const responsibilities: PartDetails<'responsibilities'> = {
  description: 'Open tasks. Only what exists or is under way is handed over.',
  fields: {
    tasks: {
      description: 'The open tasks.',
      required: true,
      why: 'Work in progress stops silently when its owner leaves.',
      input: GROUP_LIST,
    },
    'tasks[].id': ID,
    'tasks[].title': {
      description: 'What there is to do.',
      required: true,
      why: 'A task that is not named cannot be taken over.',
      input: MARKDOWN,
    },
    'tasks[].status': {
      description: 'Whether it exists or is under way.',
      input: { kind: 'enum', options: OPTION_LABELS.task },
    },
    'tasks[].link': { description: 'Where it is tracked.', input: URL },
    'tasks[].note': {
      description: 'What else a new owner should know about it.',
      input: MARKDOWN,
    },
  },
};
