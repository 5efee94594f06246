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
 * What a panel extension is made of.
 *
 * @public
 */
export type HandoverPanelParams = Omit<HandoverPanel, 'id' | 'component'> & {
  loader: () => Promise<ComponentType<HandoverPanelProps>>;
};

/**
 * Adds a panel to the Handover tab. The id of the panel is that of the
 * extension. Its order can be changed in the configuration of the app.
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
