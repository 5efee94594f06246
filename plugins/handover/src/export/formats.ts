// Fetched when something is exported: the tab itself has no use for them.
export {
  serializeHandoverDocument,
  toMarkdown,
} from '@backstage-handover/plugin-handover-common/documents';
