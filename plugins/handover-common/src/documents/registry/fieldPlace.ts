import { fieldDefinition } from './registry';
import type { FieldInput } from './types';

/** Where a value is in a document, and how the registry names it. */
export type FieldPlace = {
  /** Name of the field; for a key that is no field of ours, the key itself. */
  label: string;
  /** The values that the field chooses from. Empty where it takes any. */
  options: readonly string[];
  /** Whether the value, or each element of it, is Markdown. */
  isMarkdown: boolean;
  /** Name of a value that the field chooses from, if it chooses. */
  option(value: string): string | undefined;
  /** A field of the value, or of each element where the value is a list. */
  field(key: string): FieldPlace;
};

/** Fields that take several lines, as texts do, and are code. */
const CODE = /\.(?:command|query)$/;

/** The place of a field of a section, or of `metadata`. */
export function fieldPlace(part: string, key: string): FieldPlace {
  return placeAt(`${part}.${key}`, key);
}

function placeAt(path: string, key: string): FieldPlace {
  const definition = fieldDefinition(path);
  const options = definition && optionsOf(definition.input);
  return {
    label: definition?.label ?? key,
    options: Object.keys(options ?? {}),
    isMarkdown:
      definition !== undefined &&
      isMarkdown(definition.input) &&
      !CODE.test(path),
    option: value =>
      options && Object.hasOwn(options, value) ? options[value] : undefined,
    field: child =>
      placeAt(
        `${path}${definition?.input.kind === 'list' ? '[]' : ''}.${child}`,
        child,
      ),
  };
}

function isMarkdown(input: FieldInput): boolean {
  return input.kind === 'list' || input.kind === 'map'
    ? isMarkdown(input.of)
    : input.kind === 'markdown';
}

function optionsOf(
  input: FieldInput,
): Readonly<Record<string, string>> | undefined {
  switch (input.kind) {
    case 'enum':
      return input.options;
    case 'list':
    case 'map':
      return optionsOf(input.of);
    default:
      return undefined;
  }
}
