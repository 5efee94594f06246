import { DATE, DURATION, GROUP_LIST, MARKDOWN, TEXT, URL } from '../inputs';
import type { PartDetails } from '../types';

export const resilience: PartDetails<'resilience'> = {
  description: 'How the service survives the worst case.',
  fields: {
    rto: { description: 'Recovery time objective.', input: DURATION },
    rpo: {
      description: 'Recovery point objective; PT0S if nothing may be lost.',
      input: DURATION,
    },
    backups: {
      description: 'What is backed up, where and how often.',
      input: MARKDOWN,
    },
    lastRestoreTest: {
      description: 'The day a backup was last restored.',
      input: DATE,
    },
    drills: { description: 'Past drills.', input: GROUP_LIST },
    'drills[].what': { description: 'What was tried.', input: MARKDOWN },
    'drills[].at': { description: 'The day of the drill.', input: DATE },
    'drills[].result': { description: 'The result.', input: MARKDOWN },
    slos: { description: 'Service level objectives.', input: GROUP_LIST },
    'slos[].name': { description: 'Name of the objective.', input: TEXT },
    'slos[].target': { description: 'The target.', input: MARKDOWN },
    'slos[].link': { description: 'Where it is measured.', input: URL },
  },
};
