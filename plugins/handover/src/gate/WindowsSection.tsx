import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';

export type WindowsSectionProps = {
  entityRef: string;
  document?: HandoverDocument;
};

/** The deployment windows: in words at once, as a calendar when that has loaded. */
export function WindowsSection(_props: WindowsSectionProps) {
  return null;
}
