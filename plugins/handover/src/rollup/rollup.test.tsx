import type {
  HandoverApi,
  ScorecardCounts,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { handoverApiRef } from '../api';
import { handoverPage, rollUpEntityCard } from '../extensions';
import { fleetApi, service } from '../__testUtils__/fleet';
import { readyScorecard } from '../__testUtils__/scorecard';

jest.setTimeout(60_000);

const { scorecard } = readyScorecard;

const counts: ScorecardCounts = {
  entities: 8,
  levels: { none: 2, silver: 6 },
  held: 1,
  checks: {
    exists: { pass: 6, unknown: 2 },
    rolls: { pass: 4, fail: 2, exempt: 2 },
  },
  groups: [],
  omittedGroups: 0,
};

const entity = (kind: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'shop', namespace: 'default' },
  spec: {},
});

async function show(
  kind: string,
  options: {
    services?: Parameters<typeof fleetApi>[0];
    scorecards?: Partial<HandoverApi['scorecards']>;
    hasPage?: boolean;
  } = {},
) {
  const services = [
    service('orders', { coverageRatio: 1 }),
    service('basket', { coverageRatio: 0.5, stale: true }),
  ];
  const { api } = fleetApi([]);
  const getSummary = jest.fn(async () =>
    fleetApi(options.services ?? services).getSummary({}),
  );
  const count = jest.fn(async () => counts);
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity: entity(kind) }),
      rollUpEntityCard,
      ...(options.hasPage === false ? [] : [handoverPage]),
    ],
    apis: [
      [
        handoverApiRef,
        {
          ...api,
          documents: { ...api.documents, getSummary },
          scorecards: {
            ...api.scorecards,
            list: async () => ({ items: [scorecard], locations: [] }),
            count,
            ...options.scorecards,
          },
        },
      ],
      catalogApiMock(),
    ],
  });
  return { getSummary, count };
}

describe('the roll-up card', () => {
  it('shows levels, coverage, stale, unknown and exempt shares of a group and those below it', async () => {
    const { getSummary, count } = await show('Group');
    const part = await screen.findByRole('region', { name: 'Handover ready' });
    const rows = within(
      await within(part).findByRole('table', {
        name: 'Services by level of Handover ready',
      }),
    ).getAllByRole('row');
    expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Silver.*6.*75%$/),
      expect.stringMatching(/^Bronze.*0.*0%$/),
      expect.stringMatching(/^No level.*2.*25%$/),
    ]);
    expect(getSummary).toHaveBeenCalledWith(
      { owner: ['group:default/shop'], ownerTree: true },
      expect.anything(),
    );
    expect(count).toHaveBeenCalledWith(
      'ready',
      { within: ['group:default/shop'] },
      expect.anything(),
    );
    expect(
      within(part).getByText('1 level is the last known one.'),
    ).toBeVisible();
    const valueOf = (term: string) =>
      screen.getByText(term).nextElementSibling?.textContent;
    expect(
      ['Mean coverage', 'Stale', 'Unknown checks', 'Exempt checks'].map(
        valueOf,
      ),
    ).toEqual(['75%', '1 (50%)', '12%', '12%']);
    expect(
      screen.getByRole('link', { name: 'Show the services' }),
    ).toHaveAttribute(
      'href',
      '/handover?owner=group%3Adefault%2Fshop&ownerTree=true',
    );
    expect(
      within(part).getByRole('link', { name: '6 services with level Silver' }),
    ).toHaveAttribute(
      'href',
      '/handover?owner=group%3Adefault%2Fshop&ownerTree=true&level=ready%3Asilver',
    );
  });

  it.each(['system', 'domain'])(
    'counts what is in a %s, and links to no page that is switched off',
    async kind => {
      const { getSummary, count } = await show(kind, { hasPage: false });
      await screen.findByRole('table');
      const filters = { [kind]: [`${kind}:default/shop`] };
      expect(getSummary).toHaveBeenCalledWith(filters, expect.anything());
      expect(count).toHaveBeenCalledWith('ready', filters, expect.anything());
      expect(screen.queryByRole('link', { name: /services/ })).toBeNull();
    },
  );

  it('is not on the page of what no service can be in', async () => {
    const { getSummary } = await show('Component');
    expect(getSummary).not.toHaveBeenCalled();
    expect(screen.queryByText('Handovers of services')).toBeNull();
  });

  it.each([
    [{ services: [] }, /^There is no service here that can have a handover/],
    [
      { scorecards: { list: async () => ({ items: [], locations: [] }) } },
      /^No scorecard is in force/,
    ],
    [
      { scorecards: { count: async () => ({ ...counts, entities: 0 }) } },
      /^No service here is in the scope/,
    ],
    [
      {
        scorecards: {
          count: async () => {
            throw new Error('no connection');
          },
        },
      },
      /^The levels of Handover ready could not be loaded: no connection/,
    ],
    [
      {
        scorecards: {
          list: async () => {
            throw new Error('no connection');
          },
        },
      },
      /^The handovers could not be loaded: no connection/,
    ],
  ])('says what there is to know: %j, %s', async (options, text) => {
    await show('Group', options);
    expect(await screen.findByText(text)).toBeVisible();
  });
});
