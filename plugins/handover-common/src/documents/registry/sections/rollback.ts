import {
  DATE,
  DECIMAL,
  DURATION,
  GROUP_LIST,
  MARKDOWN,
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
      description:
        'When to roll back. Each trigger is text, or has a query that Handover evaluates.',
      required: true,
      why: 'Agreed triggers avoid a debate while users wait.',
      input: {
        kind: 'list',
        of: { kind: 'oneOf', forms: [MARKDOWN, { kind: 'group' }] },
      },
    },
    'triggers[].text': {
      description: 'When to roll back, in words.',
      input: MARKDOWN,
    },
    'triggers[].query': {
      description:
        'A PromQL expression that returns one series. Leave out comparisons.',
      input: MARKDOWN,
    },
    'triggers[].above': {
      description: 'The trigger is met if the result is above this value.',
      input: DECIMAL,
    },
    'triggers[].below': {
      description: 'The trigger is met if the result is below this value.',
      input: DECIMAL,
    },
    'triggers[].for': {
      description:
        'How long the result must stay beyond the limit, at most one day. If absent, one result is enough.',
      input: DURATION,
    },
    'triggers[].unit': {
      description:
        'The unit of the result. A ratio is shown as a percentage; seconds and bytes are scaled.',
      input: TEXT,
    },
    watchFor: {
      description:
        'How long triggers are watched after a production deployment. If absent, one hour.',
      input: DURATION,
    },
    steps: {
      description: 'The steps of the rollback, in order.',
      required: true,
      why: 'Nobody should have to work out the steps during an outage.',
      input: GROUP_LIST,
    },
    'steps[].do': STEP_DO,
    'steps[].command': STEP_COMMAND,
    'steps[].verify': STEP_VERIFY,
    risk: {
      description: 'How risky a rollback is.',
      required: true,
      why: 'A rollback can cause damage of its own, and whoever decides must weigh that.',
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
      description: 'Who can approve it.',
      required: true,
      why: 'Minutes are lost when nobody knows who can approve it.',
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
