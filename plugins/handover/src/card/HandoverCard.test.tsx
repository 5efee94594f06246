import type { HandoverApi } from '@backstage-handover/plugin-handover-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiRef } from '../api';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';
import { readyScorecard } from '../__testUtils__/scorecard';
import { HandoverCard } from './HandoverCard';

const document = orderProcessingDocument();

function renderCard(
  getDocument: HandoverApi['documents']['get'],
  scorecards: Partial<HandoverApi['scorecards']> = {},
) {
  const api = handoverApiWith(getDocument);
  renderInTestApp(
    <EntityProvider entity={orderProcessingEntity}>
      <HandoverCard tabPath="/somewhere/handover" />
    </EntityProvider>,
    {
      apis: [
        [
          handoverApiRef,
          { ...api, scorecards: { ...api.scorecards, ...scorecards } },
        ],
        catalogApiMock({ entities: [orderProcessingEntity] }),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('HandoverCard', () => {
  it('shows coverage and owner, and leads to the tab', async () => {
    renderCard(async () => documentState(document));
    expect(await screen.findByText('100%')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: /platform/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open handover' })).toHaveAttribute(
      'href',
      '/somewhere/handover',
    );
  });

  it.each([
    [{ status: 'invalid' } as const, /has problems/],
    [{ status: 'unreachable' } as const, /cannot be reached/],
    [{ stale: true }, /review is overdue/],
    [
      { catalogOutdatedSince: '2026-11-20T09:00:00Z' },
      /The catalog has not been read since Nov 20, 2026/,
    ],
  ])('warns when the state is %j', async (state, warning) => {
    renderCard(async () => documentState(document, state));
    expect(await screen.findByText(warning)).toBeInTheDocument();
  });

  it('leads to the template where there is no handover', async () => {
    renderCard(async () => documentState(undefined));
    expect(
      await screen.findByRole('link', { name: 'Write the handover' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Coverage')).not.toBeInTheDocument();
  });

  it('can be asked again when the backend gave no answer', async () => {
    const user = userEvent.setup();
    const getDocument = jest
      .fn()
      .mockRejectedValueOnce(new Error('asleep'))
      .mockResolvedValue(documentState(document));
    renderCard(getDocument);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('100%')).toBeInTheDocument();
  });

  it('shows the level of each scorecard, which leads to its checks', async () => {
    renderCard(async () => documentState(undefined), {
      getForEntity: async () => ({
        items: [readyScorecard],
        initiatives: [],
      }),
    });
    const term = await screen.findByText('Handover ready');
    expect(term.nextElementSibling).toHaveTextContent(/^Bronze/);
    expect(
      screen.getByRole('link', { name: 'Show checks of Handover ready' }),
    ).toHaveAttribute('href', '/somewhere/handover#scorecards');
  });

  it('says that the levels could not be loaded, beside everything else', async () => {
    renderCard(async () => documentState(document), {
      getForEntity: async () => {
        throw new Error('no connection');
      },
    });
    expect(
      await screen.findByText('Could not load the scorecards: no connection'),
    ).toBeVisible();
    expect(screen.getByText('100%')).toBeVisible();
  });
});
