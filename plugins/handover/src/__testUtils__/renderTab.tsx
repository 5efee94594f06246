import type { HandoverApi } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { useLocation } from 'react-router-dom';
import { handoverApiRef } from '../api';
import { HandoverTab, type HandoverTabProps } from '../tab';
import { orderProcessingEntity } from './orderProcessing';

function Address() {
  const { search, hash } = useLocation();
  return <output aria-label="address">{`${search}${hash}`}</output>;
}

/** Shows the tab as an entity page does, at an address such as `?view=incident#rollback`. */
export function renderTab(options: {
  api: HandoverApi;
  entity?: Entity;
  at?: string;
  config?: { handover?: { links?: { schemes?: string[] } } };
  panels?: HandoverTabProps['panels'];
  cells?: HandoverTabProps['cells'];
}) {
  const { api, entity = orderProcessingEntity, at = '', config = {} } = options;
  const { panels, cells } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <HandoverTab panels={panels} cells={cells} />
      <Address />
    </EntityProvider>,
    {
      apis: [[handoverApiRef, api], catalogApiMock({ entities: [entity] })],
      config,
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}
