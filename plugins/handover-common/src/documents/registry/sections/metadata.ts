import { DATE, DURATION, TEXT } from '../inputs';
import type { PartDetails } from '../types';

export const metadata: PartDetails<'metadata'> = {
  description: 'What the document is about, and when it was last reviewed.',
  fields: {
    entityRef: {
      description:
        'The catalog entity that this is about. It must be the entity that refers to the file.',
      input: { kind: 'entityRef' },
    },
    tier: {
      description: 'Service tier: 1 is the most critical, 4 the least.',
      input: { kind: 'number', min: 1, max: 4 },
    },
    reviewedAt: {
      description: 'The day the content was last checked.',
      input: DATE,
    },
    reviewedBy: { description: 'Who checked it.', input: TEXT },
    reviewEvery: {
      description: 'How long a review stays valid (ISO 8601, default P90D).',
      input: DURATION,
    },
  },
};
