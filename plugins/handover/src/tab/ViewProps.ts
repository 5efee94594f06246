import type {
  Coverage,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import type { HandoverPanelProps } from '../components';
import type { PanelsByPlace } from './registry';

/** What both views of a document show. */
export type ViewProps = {
  document: HandoverDocument;
  coverage: Coverage;
  panels: PanelsByPlace;
  /** What each panel gets. */
  props: HandoverPanelProps;
  /** False until the first sections have been painted. */
  complete: boolean;
};

/** As many sections as a tall screen shows below the strip. */
export const FIRST_SECTIONS = 3;
