import { ID, MARKDOWN } from '../inputs';
import type { PartDetails } from '../types';

export const completion: PartDetails<'completion'> = {
  description: 'What the new owner must confirm.',
  fields: {
    statements: {
      description:
        'The statements, each as text or as an object with id and text.',
      required: true,
      why: 'A handover is complete when the new owner confirms what they can do, not when the meetings end.',
      input: {
        kind: 'list',
        of: { kind: 'oneOf', forms: [MARKDOWN, { kind: 'group' }] },
      },
    },
    'statements[].id': ID,
    'statements[].text': {
      description: 'What the new owner confirms.',
      input: MARKDOWN,
    },
  },
};
