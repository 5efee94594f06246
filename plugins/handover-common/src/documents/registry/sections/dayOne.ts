import { GROUP_LIST, MARKDOWN, MARKDOWN_LIST } from '../inputs';
import type { PartDetails } from '../types';

export const dayOne: PartDetails<'dayOne'> = {
  description: 'What a new owner needs on the first day.',
  fields: {
    access: {
      description: 'Access to request.',
      required: true,
      why: 'Access can take days to be granted, and an incident does not wait.',
      input: GROUP_LIST,
    },
    'access[].what': { description: 'What to get access to.', input: MARKDOWN },
    'access[].how': { description: 'How to get it.', input: MARKDOWN },
    safeActions: {
      description: 'What is safe to do on day one.',
      required: true,
      why: 'It lets a new owner learn by doing, without fear of breaking something.',
      input: MARKDOWN_LIST,
    },
    forbiddenActions: {
      description: 'What not to do at first.',
      required: true,
      why: 'People who were never told what to leave alone make the first mistakes.',
      input: MARKDOWN_LIST,
    },
  },
};
