import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { z } from 'zod';
import type { ComponentType } from 'react';
import type { HandoverPanel, HandoverPanelProps } from '../components';

export const panelDataRef = createExtensionDataRef<HandoverPanel>().with({
  id: 'handover.panel',
});

/**
 * The parameters of a panel extension.
 *
 * @public
 */
export type HandoverPanelParams = Omit<HandoverPanel, 'id' | 'component'> & {
  loader: () => Promise<ComponentType<HandoverPanelProps>>;
};

/**
 * Adds a panel to the Handover tab. The extension's id is the id of the panel.
 * Apps can configure its order.
 *
 * @public
 */
export const HandoverPanelBlueprint = createExtensionBlueprint({
  kind: 'handover-panel',
  attachTo: { id: 'entity-content:handover', input: 'panels' },
  output: [panelDataRef],
  dataRefs: { panel: panelDataRef },
  configSchema: { order: z.number().optional() },
  *factory(params: HandoverPanelParams, { node, config }) {
    const { loader, ...panel } = params;
    yield panelDataRef({
      ...panel,
      id: node.spec.id,
      order: config.order ?? panel.order,
      component: ExtensionBoundary.lazyComponent(node, async () => {
        const Component = await loader();
        return props => <Component {...props} />;
      }),
    });
  },
});
