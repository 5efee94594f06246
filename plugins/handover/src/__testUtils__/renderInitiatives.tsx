import type {
  HandoverApi,
  ScorecardList,
} from '@backstage-handover/plugin-handover-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { useLocation } from 'react-router-dom';
import { handoverApiRef } from '../api';
import { fleetApi, service } from './fleet';
import { readyScorecard } from './scorecard';
import { FleetPage } from '../page';

const list: ScorecardList = {
  items: [readyScorecard.scorecard],
  locations: [],
};

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

/** Shows the view of initiatives at an address such as `&initiatives=all`. */
export async function renderInitiatives(
  initiatives: HandoverApi['initiatives'],
  { search = '', manages = true }: { search?: string; manages?: boolean } = {},
) {
  const { api } = fleetApi([service('orders')]);
  await renderInTestApp(
    <>
      <FleetPage />
      <Address />
    </>,
    {
      apis: [
        [
          handoverApiRef,
          {
            ...api,
            scorecards: { ...api.scorecards, list: async () => list },
            initiatives,
          },
        ],
        catalogApiMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: { name: 'platform', namespace: 'default' },
              spec: { type: 'team', children: [] },
            },
          ],
        }),
        [
          permissionApiRef,
          mockApis.permission({
            authorize: manages ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ],
      initialRouteEntries: [`/?view=initiatives${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}
