import {
  handoverDeliveryReportPermission,
  handoverInitiativeManagePermission,
  handoverPermissions,
} from '@backstage-handover/plugin-handover-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { EntityResource } from '../entities/EntitiesService';
import { registerPermissions } from './registerPermissions';
import { handoverPermissionRules } from './rules';

const resource = (name: string): EntityResource => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  ownershipClaims: [],
});

it('declares every permission, and finds resources in the order of the request', async () => {
  const permissionsRegistry = mockServices.permissionsRegistry.mock();
  const known = ['a', 'b'].map(resource);
  registerPermissions({
    permissionsRegistry,
    entities: {
      getResources: async () =>
        new Map(known.map(each => [each.entityRef, each])),
    },
  });

  expect(permissionsRegistry.addPermissions).toHaveBeenCalledWith([
    handoverDeliveryReportPermission,
    handoverInitiativeManagePermission,
  ]);
  const [type] = permissionsRegistry.addResourceType.mock.calls[0];
  expect(type.permissions).toEqual(handoverPermissions);
  expect(type.rules).toEqual(Object.values(handoverPermissionRules));
  expect(
    await type.getResources?.([
      'Component:default/B',
      'component:default/none',
      'component:default/a',
    ]),
  ).toEqual([resource('b'), undefined, resource('a')]);
});
