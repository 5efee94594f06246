import type { HandoverSearchDocument } from '@backstage-handover/plugin-handover-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { SearchResult } from '@backstage/plugin-search-common';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import { renderInTestApp as renderInLegacyApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { HandoverSearchResultListItem } from '../legacy';
import { HandoverSearchResultItem } from '.';

const found: HandoverSearchDocument = {
  title: 'Danger zones: Card payments',
  text: 'What: The ledger table\nWhy: A lost payment\nApproval: Finance',
  location: '/catalog/default/component/payments/handover#dangerZones',
  entityRef: 'component:default/payments',
  entityTitle: 'Card payments',
  section: 'dangerZones',
  stale: false,
};
const highlight = {
  preTag: '<m>',
  postTag: '</m>',
  fields: {
    text: 'What: The ledger table\nWhy: A lost <m>payment</m>\nApproval: Finance',
    title: 'Danger zones: Card <m>payments</m>',
  },
};

describe('HandoverSearchResultItem', () => {
  it('leads to the section, and begins where the words were found', async () => {
    renderInTestApp(
      <HandoverSearchResultItem result={found} highlight={highlight} />,
    );
    const link = await screen.findByRole('link', {
      name: 'Card payments: Danger zones',
    });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/payments/handover#dangerZones',
    );
    expect(screen.getByText('payment').tagName).toBe('MARK');
    expect(screen.getByText(/Approval: Finance/)).toBeInTheDocument();
    expect(screen.queryByText(/ledger/)).not.toBeInTheDocument();
  });

  it('says that the review is overdue', async () => {
    renderInTestApp(
      <>
        <HandoverSearchResultItem result={found} />
        <HandoverSearchResultItem
          result={{ ...found, stale: true } as HandoverSearchDocument}
        />
      </>,
    );
    expect(await screen.findAllByRole('link')).toHaveLength(2);
    expect(screen.getAllByText('Review overdue')).toHaveLength(1);
  });

  it('shows the whole text where nothing in it is highlighted', async () => {
    renderInTestApp(<HandoverSearchResultItem result={found} />);
    expect(await screen.findByText(/The ledger table/)).toBeInTheDocument();
  });

  it('is the item of handovers, and of nothing else, in the legacy frontend system', async () => {
    const results: SearchResult[] = [
      { type: 'handover', document: found, highlight },
      {
        type: 'software-catalog',
        document: { title: 'payments', text: 'An entity', location: '/x' },
      },
    ];
    await renderInLegacyApp(
      <SearchResultListItemExtensions results={results}>
        <HandoverSearchResultListItem />
      </SearchResultListItemExtensions>,
    );
    const [first, second] = await screen.findAllByRole('listitem');
    expect(
      within(first).getByRole('link', { name: 'Card payments: Danger zones' }),
    ).toBeInTheDocument();
    expect(within(first).getByText('payment')).toBeInTheDocument();
    expect(within(second).getByText('An entity')).toBeInTheDocument();
  });
});
