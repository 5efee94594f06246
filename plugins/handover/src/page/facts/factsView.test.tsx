import type {
  FactDefinition,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiRef } from '../../api';
import { fleetApi, service } from '../../__testUtils__/fleet';
import { FleetPage } from '..';

jest.setTimeout(60_000);

const check = (title: string, condition: string, when?: string) => ({
  id: title.toLocaleLowerCase(),
  title,
  level: 'bronze',
  weight: 1,
  effort: 'small' as const,
  why: 'Because.',
  fix: { text: 'Do it.' },
  condition,
  when,
  basis: ['observed' as const],
});

const scorecard: ScorecardDetails = {
  name: 'ready',
  version: 'v1',
  title: 'Handover ready',
  owner: 'group:default/platform',
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: [
    check('Written', "catalog.kind != 'document.tier' && document.exists"),
    check('Deployed', 'delivery.connected', 'document.exists'),
  ],
};

const FACTS: FactDefinition[] = [
  {
    name: 'document.exists',
    type: { kind: 'bool' },
    basis: 'observed',
    description: 'Whether there is a `handover.yaml`.',
  },
  {
    name: 'document.sections',
    type: {
      kind: 'map',
      of: { kind: 'string', values: ['covered', 'missing'] },
    },
    basis: 'declared',
    description: 'Coverage of each section.',
  },
  {
    name: 'document.tier',
    type: { kind: 'int' },
    basis: 'declared',
    description: 'From 1 to 4.',
  },
];

async function show(
  search = '',
  listFacts = async () => ({ items: FACTS }),
): Promise<void> {
  const { api } = fleetApi([service('orders')]);
  await renderInTestApp(<FleetPage />, {
    apis: [
      [
        handoverApiRef,
        {
          ...api,
          scorecards: {
            ...api.scorecards,
            list: async () => ({ items: [scorecard], locations: [] }),
            listFacts,
          },
        },
      ],
      catalogApiMock({ entities: [] }),
    ],
    initialRouteEntries: [`/?view=facts${search}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

const rows = async () => {
  const table = await screen.findByRole('table', {
    name: 'Facts that conditions can name',
  });
  const [, ...bodyRows] = within(table).getAllByRole('row');
  return bodyRows;
};

it('says what each fact means and which checks use it', async () => {
  await show();
  const [exists, sections, tier] = await rows();
  expect(exists).toHaveTextContent(
    /document\.exists.*yes or no.*observed.*Whether there is a handover\.yaml\./,
  );
  expect(
    within(exists)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Handover ready: Written', 'Handover ready: Deployed']);
  expect(sections).toHaveTextContent(
    /map of text, one of: covered, missing.*declared/,
  );
  expect(tier).toHaveTextContent(/whole number/);
  expect(within(tier).queryByRole('listitem')).toBeNull();
  expect(screen.getByText('3 facts')).toBeVisible();
});

it('finds facts by words of their name and description', async () => {
  await show('&facts=coverage+DOCUMENT&stale=true');
  expect(await rows()).toHaveLength(1);
  expect(
    screen.getByText('The filters above do not apply here.'),
  ).toBeVisible();
  const field = screen.getByRole('searchbox', { name: 'Search facts' });
  expect(field).toHaveValue('coverage DOCUMENT');
  await userEvent.clear(field);
  await userEvent.type(field, 'nonsense');
  expect(await screen.findByText('No fact matches.')).toBeVisible();
});

it('says that they are loading, or could not be loaded', async () => {
  let fail = (_: Error) => {};
  await show(
    '',
    () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
  );
  expect(
    screen.getByRole('status', { name: 'Loading the facts' }),
  ).toBeVisible();
  fail(new Error('no connection'));
  expect(
    await screen.findByText('The facts could not be loaded: no connection'),
  ).toBeVisible();
});
