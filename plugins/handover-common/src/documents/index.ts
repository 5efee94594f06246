/**
 * The handover document: its schema, parsing with positions, coverage, comparison
 * and Markdown.
 *
 * @packageDocumentation
 */

export { parseHandoverDocument, formatProblem } from './parse';
export type { ParsedHandover, ParseOptions } from './parse';
export type {
  CompletionStatement,
  HandoverDocument,
  RollbackTrigger,
  SchemaOptions,
} from './schema';
export { statementText, triggerText } from './statementText';
export { DEFAULT_LINK_SCHEMES, isLinkScheme } from './fields';
export { MAX_DOCUMENT_BYTES } from './limits';
export { SECTION_KEYS, isFilled } from './sections';
export {
  SECTION_TITLES,
  FIELD_LABELS,
  NOT_APPLICABLE_LABEL,
  OPTION_LABELS,
} from './registry/labels';
export type {
  SectionKey,
  FieldDefinition,
  FieldInput,
  FieldPath,
  PartDefinition,
  PartKey,
} from './registry/types';
export { HANDOVER_STATUS_ANNOTATION, handoverStatusOf } from './status';
export type { HandoverStatus } from './status';
export { METADATA, SECTIONS, fieldDefinition } from './registry/registry';
export { coverageOf } from './coverage';
export { REQUIRED_FIELDS } from './requiredFields';
export type { RequiredField } from './requiredFields';
export { reviewState, DEFAULT_REVIEW_EVERY } from './review';
export type { ReviewState } from './review';
export { serializeHandoverDocument } from './serialize';
export { handoverJsonSchema, JSON_SCHEMA_ID } from './jsonSchema';
export { applyChanges } from './applyChanges';
export type { ChangePath, FieldChange, ItemId } from './changes/types';
export type { JsonObject, JsonValue } from './json';
export { diffDocuments, applyDiff } from './diff';
export type { ChangeBase, DocumentChange } from './diff';
export { toMarkdown } from './markdown';
export { writeStarter } from './starter/writeStarter';
export type { StarterOptions } from './starter/writeStarter';
export { STARTER_EXAMPLES } from './starter/examples';
export { missingAsMarkdown } from './starter/missing';
export { codeSpan, plainLine } from './starter/plainLine';
export { withComments } from './starter/withComments';
export type { FieldComment } from './starter/withComments';
export { sectionText } from './plainText';
export { durationMs, readDuration, shownParts } from '../text/duration';
export type { DurationPart, DurationUnit } from '../text/duration';
export { linksOf } from './links';
export type { DocumentLink } from './links';
export { formatPath } from './path';
export type { PathSegments } from './path';
export type {
  DocumentStatus,
  DocumentSource,
  Problem,
  SectionState,
  MissingField,
  SectionCoverage,
  Coverage,
  DocumentSummary,
  RevisionSummary,
  Revision,
  DocumentHistoryEntry,
  DocumentState,
  PartialDocument,
  ValidationResult,
  RevisionDiff,
} from './types';
