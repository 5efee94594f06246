export { CopyableCommand } from './CopyableCommand';
export { CopyButton, type CopyButtonProps } from './CopyButton';
export { CoverageMark, type CoverageMarkProps } from './CoverageMark';
export { formatDate, formatDuration, formatRelative } from './formats';
export { Markdown, type MarkdownProps } from './Markdown';
export { useHandoverTranslation } from './useHandoverTranslation';
export { VisuallyHidden } from './VisuallyHidden';
