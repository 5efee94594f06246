export { Button, IconButton, Switch } from './buttons';
export { CellTitle } from './CellTitle';
export { Contact } from './Contact';
export { CopyableCommand } from './CopyableCommand';
export { CopyButton, type CopyButtonProps } from './CopyButton';
export { CoverageMark, type CoverageMarkProps } from './CoverageMark';
export { Field, FieldGrid, ItemList, type FieldProps } from './Field';
export { formatDuration } from './duration';
export {
  formatClock,
  formatDate,
  formatPercent,
  formatRelative,
} from './formats';
export { DocumentedFix, type DocumentedFixProps } from './DocumentedFix';
export { downloadFile } from './downloadFile';
export { ErrorBoundary } from './ErrorBoundary';
export { FieldLink, type FieldLinkProps } from './FieldLink';
export { FormDialog, type FormDialogProps } from './FormDialog';
export { HealthIcon, type HealthLevel } from './HealthIcon';
export { formatMeasure } from './formatMeasure';
export { HandoverText } from './HandoverText';
export { Label } from './Label';
export { LabelledSelect, type LabelledSelectProps } from './LabelledSelect';
export { Markdown, type MarkdownProps } from './Markdown';
export { Notice, type NoticeProps } from './Notice';
export type {
  HandoverCell,
  HandoverCellProps,
  HandoverPanel,
  HandoverPanelPlacement,
  HandoverPanelProps,
  HandoverView,
} from './panels';
export {
  combineFreshness,
  Freshness,
  type FreshnessProps,
  type Reading,
  type ReadingFreshness,
  type ReadingOptions,
  ReadingsProvider,
  Unread,
  useQueryClient,
  useReading,
  useWrite,
  type Write,
} from './readings';
export {
  ResponsiveTable,
  type ResponsiveTableColumn,
  type ResponsiveTableProps,
} from './ResponsiveTable';
export {
  BAR_HEIGHT,
  SectionFrame,
  type SectionFrameProps,
} from './SectionFrame';
export { SectionLink, type SectionLinkProps } from './SectionLink';
export { SourceFileLink } from './SourceFileLink';
export { sourceLink, sourceName } from './sourceLink';
export { StepList } from './StepList';
export { TermList } from './TermList';
export { TriggerCondition } from './TriggerCondition';
export { personName } from './personName';
export { useHandoverTranslation } from './useHandoverTranslation';
export { useLanguage } from './useLanguage';
export { type Rights, useRights } from './useRights';
export { VisuallyHidden } from './VisuallyHidden';
export { framed } from './framed';
