import { GROUP_LIST, ID, MARKDOWN, TEXT } from '../inputs';
import { OPTION_LABELS } from '../labels';
import type { PartDetails } from '../types';

export const failures: PartDetails<'failures'> = {
  description: 'What usually breaks, and how to fix it.',
  fields: {
    items: {
      description: 'The known failures.',
      required: true,
      why: 'What has broken before will break again, and the next person should not have to find the fix again.',
      input: GROUP_LIST,
    },
    'items[].id': ID,
    'items[].symptom': {
      description: 'What people see first.',
      required: true,
      why: 'The symptom is all you see at first. Without it, nobody finds the entry.',
      input: MARKDOWN,
    },
    'items[].cause': {
      description: 'What causes it.',
      required: true,
      why: 'The cause distinguishes this failure from others that look the same.',
      input: MARKDOWN,
    },
    'items[].fix': {
      description: 'What to do about it.',
      required: true,
      why: 'A known failure without its fix only says that someone else has suffered too.',
      input: MARKDOWN,
    },
    'items[].frequency': {
      description: 'How often it happens.',
      input: { kind: 'enum', options: OPTION_LABELS.frequency },
    },
    'items[].match': {
      description: 'How the failure appears in Kubernetes and in alerts.',
      input: { kind: 'group' },
    },
    'items[].match.reason': {
      description:
        'Reason that Kubernetes reports, for example CrashLoopBackOff.',
      input: TEXT,
    },
    'items[].match.container': {
      description: 'Name of the container.',
      input: TEXT,
    },
    'items[].match.message': {
      description: 'Text that the message contains.',
      input: TEXT,
    },
    'items[].match.alert': {
      description:
        'Name of the alert that fires, for example OrdersErrorRateHigh. `*` stands for any characters.',
      input: TEXT,
    },
  },
};
