import { createExtensionInput } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isHandoverAvailable } from '../availability';
import { entityContentRouteRef } from '../routes';
import { cellDataRef } from './HandoverCellBlueprint';
import { panelDataRef } from './HandoverPanelBlueprint';

export const handoverEntityContent = EntityContentBlueprint.makeWithOverrides({
  inputs: {
    panels: createExtensionInput([panelDataRef]),
    cells: createExtensionInput([cellDataRef]),
  },
  factory(originalFactory, { apis, inputs }) {
    return originalFactory({
      path: '/handover',
      title: 'Handover',
      group: 'operation',
      routeRef: entityContentRouteRef,
      filter: entity => isHandoverAvailable(entity, { apis }),
      loader: async () => {
        const { HandoverTab } = await import('../tab');
        return (
          <HandoverTab
            panels={inputs.panels.map(panel => panel.get(panelDataRef))}
            cells={inputs.cells.map(cell => cell.get(cellDataRef))}
          />
        );
      },
    });
  },
});
