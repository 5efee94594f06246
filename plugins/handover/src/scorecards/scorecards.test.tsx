import type {
  EntityScorecards,
  HandoverApi,
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
import { readyScorecard as ready } from '../__testUtils__/scorecard';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const document = orderProcessingDocument();

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
  options: {
    at?: string;
    isMissing?: boolean;
    getBadgeUrl?: HandoverApi['scorecards']['getBadgeUrl'];
  } = {},
) {
  const state = documentState(options.isMissing ? undefined : document);
  const api = handoverApiWith(async () => state);
  return renderTab({
    api: {
      ...api,
      scorecards: {
        ...api.scorecards,
        getForEntity,
        ...(options.getBadgeUrl && { getBadgeUrl: options.getBadgeUrl }),
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
    await show(async () => ({ items: [ready], initiatives: [] }));
    const link = await screen.findByRole('link', {
      name: '2 checks to Silver',
    });
    expect(link).toHaveAttribute('href', expect.stringMatching(/#scorecards$/));
    expect((await screen.findAllByText(/Score 12%/)).length).toBeGreaterThan(0);
  });

  it('list what to fix next, the most gain for the effort first', async () => {
    await show(async () => ({ items: [ready], initiatives: [] }));
    const section = await findSection();
    expect(
      within(section).getByText('Silver: 0 of 2 checks').textContent,
    ).toContain('not reached');
    const titles = within(section)
      .getAllByText(/^Title of \w+$/)
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
    await show(async () => ({ items: [ready], initiatives: [] }));
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
    await show(async () => ({ items: [ready], initiatives: [] }));
    const section = await findSection();
    expect(
      await within(section).findByText('Level: Silver before, Bronze now'),
    ).toBeVisible();
    expect(
      within(section).getByText('Title of stale: Passes before, Fails now'),
    ).toBeVisible();
  });

  it('name the initiatives that the service is part of, and mark what they ask for', async () => {
    const asked = {
      scorecard: 'ready',
      endsOn: '2027-03-01',
      progress: 'open' as const,
    };
    await show(async () => ({
      items: [ready],
      initiatives: [
        {
          ...asked,
          id: 'a',
          title: 'No stale handovers',
          target: { checks: ['stale', 'exists'] },
          state: 'overdue',
        },
        {
          ...asked,
          id: 'b',
          title: 'Silver for all',
          target: { level: 'silver' },
          state: 'active',
          progress: 'unknown',
          problem: "target: 'ready' has no level 'silver'",
        },
        {
          ...asked,
          id: 'c',
          title: 'Other',
          scorecard: 'other',
          target: { level: 'silver' },
          state: 'active',
        },
      ],
    }));
    const section = await findSection();
    const [stale, silver, ...others] = within(
      within(section).getByRole('list', { name: 'Initiatives' }),
    ).getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(
      within(stale).getByRole('link', {
        name: 'Initiative ‘No stale handovers’ (until Mar 1, 2027): Open',
      }),
    ).toHaveAttribute('href', '/handover?view=initiatives&initiative=a');
    expect(stale).toHaveTextContent('Overdue');
    expect(silver).toHaveTextContent(
      'Initiative ‘Silver for all’ (until Mar 1, 2027): Unknown',
    );
    expect(silver).toHaveTextContent("'ready' has no level 'silver'");
    const labels = within(section)
      .getAllByText(/^for ‘/)
      .map(label => label.textContent);
    // The check that passes, and the one that does not count yet, need no mark.
    expect(labels).toEqual([
      'for ‘No stale handovers’',
      'for ‘Silver for all’',
      'for ‘Silver for all’',
    ]);
  });

  it('mark a level that is only the last known one', async () => {
    const held = { ...ready, result: { ...ready.result, levelHeld: true } };
    await show(async () => ({ items: [held], initiatives: [] }));
    const section = await findSection();
    expect(within(section).getByText(/last known\)/)).toBeVisible();
    expect(
      within(section).getByText(/^The level is the last known one/),
    ).toBeVisible();
  });

  it('are there without a handover, and are not there where none applies', async () => {
    const { unmount } = await show(
      async () => ({ items: [ready], initiatives: [] }),
      {
        isMissing: true,
      },
    );
    const section = await findSection();
    expect(
      within(section).queryByRole('link', { name: 'Go to the section' }),
    ).toBeNull();
    unmount();
    await show(async () => ({ items: [], initiatives: [] }));
    await screen.findByRole('region', { name: 'Rollback' });
    expect(screen.queryByText('Scorecards')).toBeNull();
  });

  it('offer a badge for a README, which leads to them', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    const url = 'https://portal.example.com/badge.svg?signature=abc';
    const getBadgeUrl = jest.fn(async () => ({ url }));
    const title = 'Ready [EU]';
    const scorecard = { ...ready.scorecard, title };
    await show(
      async () => ({
        items: [{ ...ready, scorecard }],
        initiatives: [],
        badges: true,
      }),
      { getBadgeUrl },
    );
    const section = await findSection();
    await user.click(
      await within(section).findByRole('button', {
        name: `Copy the badge of ${title}`,
      }),
    );
    expect(await within(section).findByText('Copied')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith(
      `[![Ready \\[EU\\]](${url})](http://localhost/#scorecards)`,
    );
    expect(getBadgeUrl).toHaveBeenCalledWith(
      'component:default/order-processing',
      'ready',
      {},
      expect.anything(),
    );
  });

  it('ask for no badge where none are configured', async () => {
    const getBadgeUrl = jest.fn();
    await show(async () => ({ items: [ready], initiatives: [] }), {
      getBadgeUrl,
    });
    await findSection();
    expect(getBadgeUrl).not.toHaveBeenCalled();
    expect(screen.queryByText('Badge for a README')).toBeNull();
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
