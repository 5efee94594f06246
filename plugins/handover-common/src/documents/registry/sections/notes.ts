import { GROUP_LIST, MARKDOWN } from '../inputs';
import { OPTION_LABELS } from '../labels';
import type { PartDetails } from '../types';

export const notes: PartDetails<'notes'> = {
  description: 'What only the people who run the service know.',
  fields: {
    items: {
      description: 'The notes.',
      required: true,
      why: 'What only the previous owner knows is lost when they leave, unless it is written here.',
      input: GROUP_LIST,
    },
    'items[].kind': {
      description:
        'A shortcut, a sharp edge, or why things are the way they are.',
      input: { kind: 'enum', options: OPTION_LABELS.note },
    },
    'items[].text': { description: 'The note itself.', input: MARKDOWN },
  },
};
