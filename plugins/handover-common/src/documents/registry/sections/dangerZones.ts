import { GROUP_LIST, ID, MARKDOWN } from '../inputs';
import type { PartDetails } from '../types';

export const dangerZones: PartDetails<'dangerZones'> = {
  description: 'What must not be touched.',
  fields: {
    items: {
      description: 'The danger zones.',
      required: true,
      why: 'Some things cannot be undone, and they rarely look dangerous.',
      input: GROUP_LIST,
    },
    'items[].id': ID,
    'items[].what': {
      description: 'What not to touch.',
      required: true,
      why: 'Nobody can avoid something that is not named.',
      input: MARKDOWN,
    },
    'items[].why': {
      description: 'What can go wrong.',
      required: true,
      why: 'A warning without its reason is ignored as soon as there is pressure.',
      input: MARKDOWN,
    },
    'items[].approval': {
      description: 'Who must approve it first.',
      required: true,
      why: 'If it must be done anyway, people need to know whose approval is enough.',
      input: MARKDOWN,
    },
    'items[].emergencyOnly': {
      description: 'Whether it may only be done in an emergency.',
      input: { kind: 'boolean' },
    },
  },
};
