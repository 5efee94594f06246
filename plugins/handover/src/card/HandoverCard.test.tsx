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
  draftTemplate?: string,
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
      config: { handover: { documents: { draftTemplate } } },
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

  it('offers a draft with the service filled in where there is no handover', async () => {
    const link = { name: 'Draft a handover from the repository' };
    const template = '/create/templates/default/draft';
    renderCard(async () => documentState(undefined), {}, template);
    const href = (await screen.findByRole('link', link)).getAttribute('href');
    const { pathname, searchParams } = new URL(href!, 'https://portal');
    expect(pathname).toBe(template);
    expect(JSON.parse(searchParams.get('formData')!)).toEqual({
      entityRef: 'component:default/order-processing',
    });
    expect(
      screen.getByRole('link', { name: 'Write the handover' }),
    ).toBeInTheDocument();
  });

  it('offers no draft where there is a handover', async () => {
    renderCard(async () => documentState(document), {}, '/create/draft');
    await screen.findByRole('link', { name: 'Open handover' });
    expect(
      screen.queryByRole('link', { name: /^Draft/ }),
    ).not.toBeInTheDocument();
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
