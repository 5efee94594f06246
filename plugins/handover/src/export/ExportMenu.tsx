import type { Entity } from '@backstage/catalog-model';
import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';

export type ExportMenuProps = {
  entity: Entity;
  document: HandoverDocument;
  /** The file as it was written; made from the document where absent. */
  yaml?: string;
};

/** Takes the handover elsewhere: Markdown, YAML, clipboard, paper. */
export function ExportMenu(_props: ExportMenuProps) {
  return null;
}
