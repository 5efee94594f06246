import type {
  DocumentState,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import type { ComponentType, ReactNode } from 'react';

/**
 * The two views of the tab: the whole document, and the incident view.
 *
 * @public
 */
export type HandoverView = 'document' | 'incident';

/**
 * The properties of every panel and cell.
 *
 * @public
 */
export type HandoverCellProps = {
  entity: Entity;
  /** The entity's reference, such as `component:default/orders`. */
  entityRef: string;
  /**
   * The handover of the entity. `state.document` is the last good revision. It
   * is undefined if there is no handover or it was never valid.
   */
  state: DocumentState;
  /** Whether the incident view is on. */
  incident: boolean;
};

/**
 * The properties of a panel.
 *
 * @public
 */
export type HandoverPanelProps = HandoverCellProps & {
  /** The danger zone that contains the panel, with the placement `item`. */
  item?: {
    /** Position in the list, from 0. */
    index: number;
    /** The text of the danger zone, in Markdown. */
    text: string;
  };
};

/**
 * Where a panel is shown.
 *
 * - `start`, `end`: a section of its own, before or after all others
 * - `before`, `after`: in a section, before or after its content
 * - `instead`: in a section, in place of its content
 * - `item`: in each danger zone, below its description
 *
 * @public
 */
export type HandoverPanelPlacement =
  | { at: 'start' | 'end' }
  | { at: 'before' | 'after' | 'instead'; section: SectionKey }
  | { at: 'item'; section: 'dangerZones' };

/**
 * Additional content of the Handover tab.
 *
 * @public
 */
export type HandoverPanel = {
  /** Unique among all panels, such as `costs.budget`. */
  id: string;
  placement: HandoverPanelPlacement;
  /** Panels in the same place are sorted in ascending order. The default is 100. */
  order?: number;
  /** The views that show it. The default is both. */
  views?: readonly HandoverView[];
  /** Shows the panel even if there is no readable document. */
  withoutDocument?: boolean;
  /** Whether it applies. The default is always. */
  filter?: (props: HandoverPanelProps) => boolean;
  /** Use React's `lazy`, so that the tab doesn't wait for its code. */
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
  /** A short title: text, or an element that translates itself. */
  title?: ReactNode;
  /**
   * - `cell` (default): one among the cells
   * - `wide`: one among the cells, which takes a whole line on a small screen
   * - `row`: the whole width, above the cells
   * - `alert`: a box of its own below the strip; on a phone, among the cells
   */
  layout?: 'cell' | 'wide' | 'row' | 'alert';
  /**
   * Cells are sorted in ascending order. The default is 1000, after the
   * built-in ones.
   */
  order?: number;
  /** The views that show it. The default is both. */
  views?: readonly HandoverView[];
  /** Shows it also where there is no readable document. */
  withoutDocument?: boolean;
  /** Whether it applies. The default is always. */
  filter?: (props: HandoverCellProps) => boolean;
  /** Use React's `lazy`, so that the tab doesn't wait for its code. */
  component: ComponentType<HandoverCellProps>;
};
