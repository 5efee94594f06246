import {
  DATE,
  GROUP_LIST,
  LINK_TITLE,
  LINK_URL,
  MARKDOWN,
  TEXT,
} from '../inputs';
import type { PartDetails } from '../types';

export const architecture: PartDetails<'architecture'> = {
  description: 'Where the architecture is described.',
  fields: {
    links: {
      description: 'Diagrams and documents.',
      required: true,
      why: 'A diagram shows in a minute what takes an hour to read in the code.',
      input: GROUP_LIST,
    },
    'links[].title': LINK_TITLE,
    'links[].url': LINK_URL,
    updatedAt: {
      description: 'The day the description last changed.',
      input: DATE,
    },
    verifiedBy: {
      description: 'Who checked that it is still accurate.',
      required: true,
      why: 'A diagram that nobody has checked may describe a system that no longer exists.',
      input: TEXT,
    },
    verifiedAt: { description: 'The day it was checked.', input: DATE },
    dependencies: {
      description: 'What the service depends on.',
      input: GROUP_LIST,
    },
    'dependencies[].entityRef': {
      description: 'The catalog entity, if the catalog has it.',
      input: { kind: 'entityRef' },
    },
    'dependencies[].name': {
      description: 'Name of the dependency, if the catalog does not have it.',
      input: TEXT,
    },
    'dependencies[].critical': {
      description: 'Whether the service stops working without it.',
      input: { kind: 'boolean' },
    },
    'dependencies[].whenDown': {
      description: 'What happens when it is down.',
      input: MARKDOWN,
    },
    'dependencies[].contact': {
      description: 'Whom to contact about it.',
      input: MARKDOWN,
    },
    decisions: {
      description: 'Architecture decision records.',
      input: GROUP_LIST,
    },
    'decisions[].title': LINK_TITLE,
    'decisions[].url': LINK_URL,
  },
};
