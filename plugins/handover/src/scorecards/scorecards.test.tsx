import type {
  EntityScorecard,
  EntityScorecards,
  ScorecardHistoryEntry,
} from '@backstage-handover/plugin-handover-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
} from '../__testUtils__/orderProcessing';
import { renderTab } from '../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const document = orderProcessingDocument();

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

const ready: EntityScorecard = {
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

const entry = (
  level: string | undefined,
  stale: 'pass' | 'fail',
): ScorecardHistoryEntry => ({
  at: '2026-11-20T10:00:00Z',
  version: 'v1',
  level,
  levelHeld: false,
  outcomes: { exists: 'pass', stale },
});

function show(
  getForEntity: () => Promise<EntityScorecards>,
  options: { at?: string; isMissing?: boolean } = {},
) {
  const state = documentState(options.isMissing ? undefined : document);
  const api = handoverApiWith(async () => state);
  return renderTab({
    api: {
      ...api,
      scorecards: {
        ...api.scorecards,
        getForEntity,
        listHistory: async () => ({
          items: [entry('bronze', 'fail'), entry('silver', 'pass')],
          totalItems: 2,
        }),
      },
    },
    at: options.at,
  });
}

const findSection = () => screen.findByRole('region', { name: 'Scorecards' });

describe('scorecards on the tab', () => {
  it('show the level in the strip, with the way to what the next one needs', async () => {
    await show(async () => ({ items: [ready] }));
    const link = await screen.findByRole('link', {
      name: '2 checks to Silver',
    });
    expect(link).toHaveAttribute('href', expect.stringMatching(/#scorecards$/));
    expect((await screen.findAllByText(/Score 12%/)).length).toBeGreaterThan(0);
  });

  it('list what to fix next, the most gain for the effort first', async () => {
    await show(async () => ({ items: [ready] }));
    const section = await findSection();
    expect(
      within(section).getByText('Silver: 0 of 2 checks').textContent,
    ).toContain('not reached');
    const titles = within(section)
      .getAllByText(/^Title of/)
      .map(({ textContent }) => textContent);
    expect(titles).toEqual([
      'Title of stale',
      'Title of rolls',
      'Title of future',
      'Title of exists',
    ]);
    expect(within(section).getByText('counts from 2027-02-01')).toBeVisible();
    expect(within(section).getByText('How to fix stale.')).toBeVisible();
    expect(
      within(section).getByRole('link', { name: 'Go to the section' }),
    ).toHaveAttribute('href', expect.stringMatching(/#rollback$/));
  });

  it('show the facts behind a result, and why it is unknown', async () => {
    await show(async () => ({ items: [ready] }));
    const section = await findSection();
    expect(
      within(section).getByText(
        'Unknown, because delivery.rollbacks: no pipeline tells of deployments.',
      ),
    ).toBeVisible();
    expect(within(section).getByText('observed')).toBeVisible();
    const [first] = within(section).getAllByText('Decided from');
    await userEvent.click(first);
    expect(within(section).getByText('is true')).toBeVisible();
  });

  it('tell what changed last', async () => {
    await show(async () => ({ items: [ready] }));
    const section = await findSection();
    expect(
      await within(section).findByText('Level: Silver before, Bronze now'),
    ).toBeVisible();
    expect(
      within(section).getByText('Title of stale: Passes before, Fails now'),
    ).toBeVisible();
  });

  it('mark a level that is only the last known one', async () => {
    const held = { ...ready, result: { ...ready.result, levelHeld: true } };
    await show(async () => ({ items: [held] }));
    const section = await findSection();
    expect(within(section).getByText(/last known\)/)).toBeVisible();
    expect(
      within(section).getByText(/^The level is the last known one/),
    ).toBeVisible();
  });

  it('are there without a handover, and are not there where none applies', async () => {
    const { unmount } = await show(async () => ({ items: [ready] }), {
      isMissing: true,
    });
    const section = await findSection();
    expect(
      within(section).queryByRole('link', { name: 'Go to the section' }),
    ).toBeNull();
    unmount();
    await show(async () => ({ items: [] }));
    await screen.findByRole('region', { name: 'Rollback' });
    expect(screen.queryByText('Scorecards')).toBeNull();
  });

  it('say that they could not be loaded', async () => {
    await show(async () => {
      throw new Error('no connection');
    });
    const section = await findSection();
    expect(
      within(section).getByText('Could not load the scorecards: no connection'),
    ).toBeVisible();
  });
});
