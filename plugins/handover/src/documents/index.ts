export { DocumentSection, type DocumentSectionProps } from './DocumentSection';
export { RollbackSummary } from './RollbackSummary';
export { useHandover, type HandoverResult } from './useHandover';
export {
  INCIDENT_SECTIONS,
  SECTION_ORDER,
  type SectionContent,
  type SectionKey,
} from './sections';
