import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { z } from 'zod';
import type { ComponentType } from 'react';
import type { HandoverCell, HandoverCellProps } from '../components';

export const cellDataRef = createExtensionDataRef<HandoverCell>().with({
  id: 'handover.cell',
});

/**
 * The parameters of a cell extension.
 *
 * @public
 */
export type HandoverCellParams = Omit<HandoverCell, 'id' | 'component'> & {
  loader: () => Promise<ComponentType<HandoverCellProps>>;
};

/**
 * Adds a cell to the strip at the top of the Handover tab. The extension's id
 * is the id of the cell. Apps can configure its order and title.
 *
 * @public
 */
export const HandoverCellBlueprint = createExtensionBlueprint({
  kind: 'handover-cell',
  attachTo: { id: 'entity-content:handover', input: 'cells' },
  output: [cellDataRef],
  dataRefs: { cell: cellDataRef },
  configSchema: { order: z.number().optional(), title: z.string().optional() },
  *factory(params: HandoverCellParams, { node, config }) {
    const { loader, ...cell } = params;
    yield cellDataRef({
      ...cell,
      id: node.spec.id,
      order: config.order ?? cell.order,
      title: config.title ?? cell.title,
      component: ExtensionBoundary.lazyComponent(node, async () => {
        const Component = await loader();
        return props => <Component {...props} />;
      }),
    });
  },
});
