export { documentCells } from './cells';
export { DocumentSection, type DocumentSectionProps } from './DocumentSection';
export { NotApplicable } from './NotApplicable';
export { documentPanels } from './panels';
export { SectionBody } from './SectionBody';
export type { SectionSlots } from './slots';
export { useHandover, type HandoverResult } from './useHandover';
export {
  INCIDENT_SECTIONS,
  SECTION_ORDER,
  type SectionContent,
} from './sections';
