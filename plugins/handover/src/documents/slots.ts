import type { ReactNode } from 'react';
import type { HandoverPanelProps } from '../components';

/** What others have to add to a section. */
export type SectionSlots = {
  before?: ReactNode;
  after?: ReactNode;
  /** Stands in place of what the document says. */
  instead?: ReactNode;
  /** Stands in each item of the section's list. */
  item?: (item: NonNullable<HandoverPanelProps['item']>) => ReactNode;
};
