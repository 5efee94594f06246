import {
  DATE,
  DURATION,
  GROUP_LIST,
  MARKDOWN_LIST,
  STEP_COMMAND,
  STEP_DO,
  STEP_VERIFY,
  TEXT,
} from '../inputs';
import { OPTION_LABELS } from '../labels';
import type { PartDetails } from '../types';

export const rollback: PartDetails<'rollback'> = {
  description: 'How to go back to the previous version.',
  fields: {
    triggers: {
      description: 'What calls for a rollback.',
      required: true,
      why: 'Agreed signs for going back spare the debate while users wait.',
      input: MARKDOWN_LIST,
    },
    steps: {
      description: 'The way back, in order.',
      required: true,
      why: 'Nobody should have to invent the way back during an outage.',
      input: GROUP_LIST,
    },
    'steps[].do': STEP_DO,
    'steps[].command': STEP_COMMAND,
    'steps[].verify': STEP_VERIFY,
    risk: {
      description: 'How risky a rollback is.',
      required: true,
      why: 'A rollback can do damage of its own, and whoever decides must weigh it.',
      input: { kind: 'enum', options: OPTION_LABELS.risk },
    },
    decideWithin: {
      description: 'How long the decision may take.',
      input: DURATION,
    },
    expectedDuration: {
      description: 'How long a rollback takes.',
      required: true,
      why: 'It says how long to wait before you treat the rollback as failed.',
      input: DURATION,
    },
    approvers: {
      description: 'Who may decide it.',
      required: true,
      why: 'Minutes are lost when nobody knows who may say yes.',
      input: { kind: 'list', of: TEXT },
    },
    irreversible: {
      description: 'What a rollback does not undo.',
      input: MARKDOWN_LIST,
    },
    rehearsedAt: {
      description: 'The day it was last rehearsed.',
      input: DATE,
    },
  },
};
