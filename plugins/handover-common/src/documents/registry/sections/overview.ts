import { MARKDOWN, MARKDOWN_LIST } from '../inputs';
import { OPTION_LABELS } from '../labels';
import type { PartDetails } from '../types';

export const overview: PartDetails<'overview'> = {
  description: 'What the service is and what depends on it.',
  fields: {
    purpose: {
      description: 'What it does, in plain words.',
      required: true,
      why: 'Without knowing what the service is for, nobody can tell whether it does the right thing.',
      input: MARKDOWN,
    },
    users: {
      description: 'Who uses it.',
      required: true,
      why: 'The people who depend on it must know when it is down, and be asked before it changes.',
      input: MARKDOWN_LIST,
    },
    criticality: {
      description: 'How critical it is to the business.',
      required: true,
      why: 'It determines whether to wake someone at night or wait until morning.',
      input: { kind: 'enum', options: OPTION_LABELS.criticality },
    },
    criticalPeriods: {
      description: 'When it matters most.',
      input: MARKDOWN_LIST,
    },
    impact: {
      description: 'What an outage costs.',
      required: true,
      why: 'The cost of an outage determines how much risk a quick fix is worth.',
      input: MARKDOWN,
    },
    worstCase: { description: 'The worst that can happen.', input: MARKDOWN },
    breaks: {
      description: 'What stops working when it is down.',
      input: MARKDOWN_LIST,
    },
    affects: {
      description: 'Who notices when it is down.',
      input: MARKDOWN_LIST,
    },
  },
};
