import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';

/** What a new document says at first, as people give it. */
export type Answers = {
  entity?: string;
  tier?: string;
  purpose?: string;
  user?: string[];
  criticality?: string;
  impact?: string;
  environment?: string[];
  reviewedBy?: string;
};

/**
 * Puts answers into the shape of a document. What they say is not checked here:
 * the text that is made from them is, as a whole, by the same rules as any other.
 *
 * @param today - ISO 8601 date of the review
 */
export function toDocument(answers: Answers, today: string) {
  const { entity, tier, reviewedBy, environment = [], user = [] } = answers;
  const metadata = {
    ...(entity && { entityRef: entity }),
    ...(tier && { tier: Number(tier) }),
    ...(reviewedBy && { reviewedAt: today, reviewedBy }),
  };
  const overview = {
    ...(answers.purpose && { purpose: answers.purpose }),
    ...(user.length > 0 && { users: user }),
    ...(isCriticality(answers.criticality) && {
      criticality: answers.criticality,
    }),
    ...(answers.impact && { impact: answers.impact }),
  };
  return {
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    ...(Object.keys(metadata).length > 0 && { metadata }),
    ...(Object.keys(overview).length > 0 && { overview }),
    ...(environment.length > 0 && {
      environments: {
        items: environment.map((name, index) => ({
          name,
          ...(index > 0 && { promotedFrom: environment[index - 1] }),
        })),
      },
    }),
  } satisfies HandoverDocument;
}

/** From the least to the most critical. */
export const CRITICALITIES = ['low', 'medium', 'high', 'critical'] as const;

function isCriticality(
  text: string | undefined,
): text is (typeof CRITICALITIES)[number] {
  return CRITICALITIES.some(each => each === text);
}
