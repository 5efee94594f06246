import type { HandoverApi } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  type KubernetesApi,
  kubernetesApiRef,
  kubernetesAuthProvidersApiRef,
} from '@backstage/plugin-kubernetes-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { KubernetesRequestBody } from '@backstage/plugin-kubernetes-common';
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
  /** More entities of the catalog. */
  others?: Entity[];
  at?: string;
  config?: {
    handover?: {
      documents?: { draftTemplate?: string };
      links?: { schemes?: string[] };
    };
  };
  panels?: HandoverTabProps['panels'];
  cells?: HandoverTabProps['cells'];
  /** Lets the tab read Kubernetes, which answers with this. */
  kubernetes?: Partial<KubernetesApi>;
  /** Other services of the portal. */
  apis?: NonNullable<Parameters<typeof renderInTestApp>[1]>['apis'];
}) {
  const { api, entity = orderProcessingEntity, at = '', config = {} } = options;
  const { others = [] } = options;
  const { panels, cells, kubernetes, apis = [] } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <HandoverTab panels={panels} cells={cells} />
      <Address />
    </EntityProvider>,
    {
      apis: [
        [handoverApiRef, api],
        // The first one counts.
        ...apis,
        catalogApiMock({ entities: [entity, ...others] }),
        [permissionApiRef, mockApis.permission()],
        ...(kubernetes
          ? ([
              [kubernetesApiRef, kubernetes as KubernetesApi],
              [
                kubernetesAuthProvidersApiRef,
                {
                  decorateRequestBodyForAuth: async (
                    _: string,
                    body: KubernetesRequestBody,
                  ) => body,
                  getCredentials: async () => ({}),
                },
              ],
            ] as const)
          : []),
      ],
      config,
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}
