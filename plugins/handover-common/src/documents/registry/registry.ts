import { FIELD_LABELS, NOT_APPLICABLE_LABEL, SECTION_TITLES } from './labels';
import { architecture } from './sections/architecture';
import { completion } from './sections/completion';
import { dangerZones } from './sections/dangerZones';
import { dayOne } from './sections/dayOne';
import { deployment } from './sections/deployment';
import { environments } from './sections/environments';
import { escalation } from './sections/escalation';
import { failures } from './sections/failures';
import { firstThirtyDays } from './sections/firstThirtyDays';
import { metadata } from './sections/metadata';
import { notes } from './sections/notes';
import { observability } from './sections/observability';
import { overview } from './sections/overview';
import { resilience } from './sections/resilience';
import { responsibilities } from './sections/responsibilities';
import { rollback } from './sections/rollback';
import { windows } from './sections/windows';
import { MARKDOWN } from './inputs';
import type {
  FieldDefinition,
  FieldDetails,
  PartDefinition,
  PartDetails,
  SectionKey,
} from './types';

const DETAILS: { [K in SectionKey]: PartDetails<K> } = {
  overview,
  environments,
  architecture,
  notes,
  dayOne,
  deployment,
  rollback,
  failures,
  windows,
  dangerZones,
  escalation,
  observability,
  resilience,
  firstThirtyDays,
  responsibilities,
  completion,
};

/** The field that marks a section which does not apply to the entity. */
const NOT_APPLICABLE: FieldDefinition = {
  path: 'notApplicable',
  label: NOT_APPLICABLE_LABEL,
  description:
    'Why this section does not apply to the entity. The section then counts as covered.',
  required: false,
  input: MARKDOWN,
};

function fieldsOf(
  labels: Readonly<Record<string, string>>,
  details: Readonly<Record<string, FieldDetails>>,
): FieldDefinition[] {
  return Object.entries(details).map(
    ([path, { description, required = false, why, input }]) => ({
      path,
      label: labels[path],
      description,
      required,
      why,
      input,
    }),
  );
}

function section<K extends SectionKey>(key: K): PartDefinition<K> {
  const { description, fields } = DETAILS[key];
  return {
    key,
    label: SECTION_TITLES[key],
    description,
    fields: [NOT_APPLICABLE, ...fieldsOf(FIELD_LABELS[key], fields)],
  };
}

/**
 * Every section with its fields, in reading order: their names, descriptions,
 * requirements and kinds of input.
 *
 * @alpha
 */
export const SECTIONS: readonly PartDefinition<SectionKey>[] =
  /* @__PURE__ */ Object.keys(SECTION_TITLES).map(key =>
    section(key as SectionKey),
  );

/**
 * The fields of `metadata`.
 *
 * @alpha
 */
export const METADATA: PartDefinition<'metadata'> = {
  key: 'metadata',
  label: 'Metadata',
  description: metadata.description,
  fields: /* @__PURE__ */ fieldsOf(FIELD_LABELS.metadata, metadata.fields),
};

const FIELDS: ReadonlyMap<string, FieldDefinition> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ [METADATA, ...SECTIONS].flatMap(({ key, fields }) =>
    fields.map(field => [`${key}.${field.path}`, field] as const),
  ),
);

/**
 * The definition of a field.
 *
 * @param path - with the section, and `[]` for list items:
 *   `failures.items[].fix`
 *
 * @alpha
 */
export function fieldDefinition(path: string): FieldDefinition | undefined {
  return FIELDS.get(path);
}
