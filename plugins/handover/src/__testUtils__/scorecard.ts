import type { EntityScorecard } from '@backstage-handover/plugin-handover-common';

const check = (
  id: string,
  level: string,
  more: Partial<EntityScorecard['scorecard']['checks'][number]> = {},
) => ({
  id,
  title: `Title of ${id}`,
  level,
  weight: 1,
  effort: 'small' as const,
  why: `Why **${id}** matters.`,
  fix: { text: `How to fix ${id}.` },
  condition: `document.${id}`,
  basis: ['declared' as const],
  ...more,
});

/** A service with Bronze that lacks three checks. */
export const readyScorecard: EntityScorecard = {
  scorecard: {
    name: 'ready',
    version: 'v1',
    title: 'Handover ready',
    owner: 'group:default/platform',
    levels: [
      { id: 'bronze', title: 'Bronze', color: '#a0522d' },
      { id: 'silver', title: 'Silver' },
    ],
    checks: [
      check('exists', 'bronze'),
      check('rolls', 'silver', {
        basis: ['observed'],
        fix: { text: 'Rehearse it.', section: 'rollback' },
      }),
      check('stale', 'silver', { weight: 5 }),
      check('future', 'silver', { enforcedFrom: '2027-02-01' }),
    ],
  },
  result: {
    version: 'v1',
    level: 'bronze',
    levelHeld: false,
    score: 0.129,
    weights: { pass: 1, fail: 6, unknown: 0, exempt: 0, notApplicable: 0 },
    revision: 7,
    evaluatedAt: '2026-11-20T10:00:00Z',
    changedAt: '2026-11-20T10:00:00Z',
    checks: [
      { id: 'exists', outcome: 'pass', counts: true, facts: [] },
      {
        id: 'rolls',
        outcome: 'unknown',
        counts: true,
        reason: 'delivery.rollbacks: no pipeline tells of deployments',
        facts: [{ path: 'delivery.rollbacks', missing: 'no pipeline' }],
      },
      {
        id: 'stale',
        outcome: 'fail',
        counts: true,
        facts: [{ path: 'document.stale', value: true }],
      },
      { id: 'future', outcome: 'fail', counts: false, facts: [] },
    ],
  },
};
