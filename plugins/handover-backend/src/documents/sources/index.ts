export {
  DefaultDocumentReader,
  HANDOVER_REF_ANNOTATION,
} from './DocumentReader';
export type { DocumentReader } from './DocumentReader';
export { FileSourceReader } from './FileSourceReader';
export { readFolders } from './readFolders';
export { UrlSourceReader } from './UrlSourceReader';
