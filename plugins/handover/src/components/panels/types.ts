import type {
  DocumentState,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import type { ComponentType, ReactNode } from 'react';

/**
 * The two views of the tab: the whole document, and what an incident needs.
 *
 * @public
 */
export type HandoverView = 'document' | 'incident';

/**
 * What the tab tells every panel and every cell.
 *
 * @public
 */
export type HandoverCellProps = {
  entity: Entity;
  /** The entity's reference, such as `component:default/orders`. */
  entityRef: string;
  /**
   * The handover of the entity. `state.document` is the last good revision. It
   * is undefined where nobody has written a handover or none was ever valid.
   */
  state: DocumentState;
  /** Whether the incident view is on. */
  incident: boolean;
};

/**
 * What the tab tells a panel.
 *
 * @public
 */
export type HandoverPanelProps = HandoverCellProps & {
  /** The danger zone that the panel stands in, with the placement `item`. */
  item?: {
    /** Position in the list, from 0. */
    index: number;
    /** What the document says about it, in Markdown. */
    text: string;
  };
};

/**
 * Where a panel stands.
 *
 * - `start`, `end`: a section of its own, before or after all others
 * - `before`, `after`: in a section, before or after what the document says
 * - `instead`: in a section, in place of what the document says
 * - `item`: in each danger zone, below its description
 *
 * @public
 */
export type HandoverPanelPlacement =
  | { at: 'start' | 'end' }
  | { at: 'before' | 'after' | 'instead'; section: SectionKey }
  | { at: 'item'; section: 'dangerZones' };

/**
 * A part of the Handover tab beside what the document says.
 *
 * @public
 */
export type HandoverPanel = {
  /** Unique among all panels, such as `costs.budget`. */
  id: string;
  placement: HandoverPanelPlacement;
  /** Panels in the same place stand in ascending order. The default is 100. */
  order?: number;
  /** The views that show it. The default is both. */
  views?: readonly HandoverView[];
  /** Shows it also where there is no readable document. */
  withoutDocument?: boolean;
  /** Whether it applies. The default is always. */
  filter?: (props: HandoverPanelProps) => boolean;
  /** Use `lazy` of React, so that the tab does not wait for its code. */
  component: ComponentType<HandoverPanelProps>;
};

/**
 * A part of the strip at the top of the Handover tab.
 *
 * @public
 */
export type HandoverCell = {
  /** Unique among all cells, such as `costs.budget`. */
  id: string;
  /** A few words, as text or as an element that translates itself. */
  title?: ReactNode;
  /**
   * - `cell` (default): one among the cells
   * - `wide`: one among the cells, which takes a whole line on a small screen
   * - `row`: the whole width, above the cells
   * - `alert`: a box of its own below the strip; on a phone, among the cells
   */
  layout?: 'cell' | 'wide' | 'row' | 'alert';
  /** Cells stand in ascending order. The default is 1000, after the built-in ones. */
  order?: number;
  /** The views that show it. The default is both. */
  views?: readonly HandoverView[];
  /** Shows it also where there is no readable document. */
  withoutDocument?: boolean;
  /** Whether it applies. The default is always. */
  filter?: (props: HandoverCellProps) => boolean;
  /** Use `lazy` of React, so that the tab does not wait for its code. */
  component: ComponentType<HandoverCellProps>;
};
