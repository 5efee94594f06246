import type { FIELD_LABELS, SECTION_TITLES } from './labels';

/**
 * Key of one section.
 *
 * @public
 */
export type SectionKey = keyof typeof SECTION_TITLES;

/**
 * A part of the document that has fields: `metadata` or a section.
 *
 * @alpha
 */
export type PartKey = keyof typeof FIELD_LABELS;

/**
 * Path of a field inside its part, such as `items[].fix`.
 *
 * @alpha
 */
export type FieldPath<K extends PartKey> = Extract<
  keyof (typeof FIELD_LABELS)[K],
  string
>;

/**
 * The kind of value of a field, which determines the control in forms.
 *
 * @alpha
 */
export type FieldInput =
  /** One line of plain text. */
  | { kind: 'text' }
  /** Markdown of any number of lines. */
  | { kind: 'markdown' }
  /** A whole number. */
  | { kind: 'number'; min: number; max: number }
  /** Any number. */
  | { kind: 'decimal' }
  | { kind: 'boolean' }
  /** An ISO 8601 date. */
  | { kind: 'date' }
  /** A local date, with or without a time. */
  | { kind: 'localDateTime' }
  /** An ISO 8601 duration. */
  | { kind: 'duration' }
  /** The IANA name of a time zone. */
  | { kind: 'zone' }
  /** A full catalog entity reference. */
  | { kind: 'entityRef' }
  | { kind: 'url' }
  /** A stable name: lowercase words with dashes. */
  | { kind: 'id' }
  /** One of some values, each with its label. */
  | { kind: 'enum'; options: Readonly<Record<string, string>> }
  | { kind: 'list'; of: FieldInput }
  /** A group of fields, which are below its path. */
  | { kind: 'group' }
  /** One value for each key, such as one for each environment. */
  | { kind: 'map'; of: FieldInput }
  /** Any of several forms. */
  | { kind: 'oneOf'; forms: readonly FieldInput[] };

/** What a section file says about a field. Its label is in `labels.ts`. */
export type FieldDetails = {
  /** What belongs in the field, in one sentence. Editors show it. */
  description: string;
  input: FieldInput;
} & (
  | {
      /** Coverage counts the field. */
      required: true;
      /** Why it matters to a new owner, in one sentence. */
      why: string;
    }
  | { required?: false; why?: undefined }
);

/** What a section file says about its section. */
export type PartDetails<K extends PartKey> = {
  /** What belongs in the section, in one sentence. */
  description: string;
  /** Every field, in the order of the schema. */
  fields: { [P in FieldPath<K>]: FieldDetails };
};

/**
 * The definition of a field.
 *
 * @alpha
 */
export type FieldDefinition = {
  /** Path inside the section, such as `items[].fix`. */
  path: string;
  label: string;
  description: string;
  required: boolean;
  /** Why it matters to a new owner. Every required field has it. */
  why?: string;
  input: FieldInput;
};

/**
 * The definition of a section or of `metadata`.
 *
 * @alpha
 */
export type PartDefinition<K extends PartKey = PartKey> = {
  key: K;
  label: string;
  description: string;
  /** In the order of the schema. */
  fields: readonly FieldDefinition[];
};
