import {
  GROUP_LIST,
  MARKDOWN,
  MARKDOWN_LIST,
  STEP_COMMAND,
  STEP_DO,
  STEP_VERIFY,
} from '../inputs';
import { OPTION_LABELS } from '../labels';
import type { PartDetails } from '../types';

export const deployment: PartDetails<'deployment'> = {
  description: 'How a change gets to users.',
  fields: {
    steps: {
      description: 'The steps from a merged change to production, in order.',
      required: true,
      why: 'A fix helps nobody until someone knows how to get it to production.',
      input: GROUP_LIST,
    },
    'steps[].do': STEP_DO,
    'steps[].command': STEP_COMMAND,
    'steps[].verify': STEP_VERIFY,
    pipeline: {
      description: 'Where the pipeline is.',
      required: true,
      why: 'It is the first place to look when a deployment hangs or fails.',
      input: MARKDOWN,
    },
    repository: { description: 'Where the code is.', input: MARKDOWN },
    trigger: {
      description:
        'For each environment: whether it deploys automatically or by hand.',
      required: true,
      why: 'A new owner must know whether a merge alone reaches production.',
      input: {
        kind: 'map',
        of: { kind: 'enum', options: OPTION_LABELS.trigger },
      },
    },
    strategy: {
      description: 'How the new version replaces the old one.',
      input: MARKDOWN,
    },
    preChecks: {
      description: 'What must be true before a deployment.',
      required: true,
      why: 'They keep a deployment from making a bad situation worse.',
      input: MARKDOWN_LIST,
    },
    postChecks: {
      description: 'What must be true after a deployment.',
      required: true,
      why: 'They distinguish a deployment that worked from one that only finished.',
      input: MARKDOWN_LIST,
    },
  },
};
