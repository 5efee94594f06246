import { DURATION, GROUP_LIST, ID, MARKDOWN } from '../inputs';
import type { PartDetails } from '../types';

export const escalation: PartDetails<'escalation'> = {
  description: 'Whom to call, in order.',
  fields: {
    levels: {
      description: 'The escalation levels, in the order to call them.',
      required: true,
      why: 'Nobody should be alone with an outage they cannot solve.',
      input: GROUP_LIST,
    },
    'levels[].id': ID,
    'levels[].who': {
      description: 'A person, a team or a rota.',
      required: true,
      why: 'An escalation level without a person or a rota leads nowhere.',
      input: MARKDOWN,
    },
    'levels[].how': {
      description: 'How to reach them.',
      required: true,
      why: 'A name without a phone number or a channel does not help at three in the morning.',
      input: MARKDOWN,
    },
    'levels[].respondWithin': {
      description: 'How soon they respond.',
      input: DURATION,
    },
    contactFor: {
      description: 'Whom to contact for what.',
      input: GROUP_LIST,
    },
    'contactFor[].topic': { description: 'The topic.', input: MARKDOWN },
    'contactFor[].who': {
      description: 'A person, a team or a rota.',
      input: MARKDOWN,
    },
    'contactFor[].how': { description: 'How to reach them.', input: MARKDOWN },
  },
};
