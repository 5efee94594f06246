import type {
  Coverage,
  MissingField,
  SectionCoverage,
  SectionState,
} from './types';
import { RequiredField, REQUIRED_FIELDS } from './requiredFields';
import type { HandoverDocument } from './schema';
import { isWritten } from './placeholder';
import { isFilled, SECTION_KEYS } from './sections';
import type { SectionKey } from './sections';

/**
 * Computes coverage: the share of required fields that are filled in.
 *
 * `required` is the same for every document: a required field of list items
 * counts once, and is covered if the list has items and all of them have the
 * field. `missing` contains each empty field (`failures.items[2].fix`), or only
 * the list if it is empty, so its length can differ from `required - covered`.
 *
 * Text that only says that something is still to be written, such as `TODO`,
 * covers nothing.
 *
 * In a section with `notApplicable`, all fields are covered. `observability` and
 * `resilience` have no required fields: they are covered if they have any
 * content, and do not count.
 *
 * @param document - undefined if there is none, so everything is missing
 *
 * @alpha
 */
export function coverageOf(document: HandoverDocument | undefined): Coverage {
  const counted = SECTION_KEYS.map(key => coverSection(key, document));
  const covered = sum(counted.map(section => section.covered));
  const required = sum(counted.map(section => section.required));
  return {
    ratio: covered / required,
    covered,
    required,
    sections: Object.fromEntries(
      counted.map(section => [section.key, section.coverage]),
    ),
  };
}

type CountedSection = {
  key: SectionKey;
  covered: number;
  required: number;
  coverage: SectionCoverage;
};

function coverSection(
  key: SectionKey,
  document: HandoverDocument | undefined,
): CountedSection {
  const section = document?.[key];
  const fields = REQUIRED_FIELDS[key];
  const reason = section?.notApplicable;
  if (reason !== undefined && isWritten(reason)) {
    return {
      key,
      covered: fields.length,
      required: fields.length,
      coverage: { state: 'covered', notApplicable: reason, missing: [] },
    };
  }

  const results = fields.map(field => checkField(key, section, field));
  const covered = results.filter(result => result.covered).length;
  return {
    key,
    covered,
    required: fields.length,
    coverage: {
      state: stateOf(covered, fields.length, isFilled(section)),
      missing: results.flatMap(result => result.missing),
    },
  };
}

function stateOf(
  covered: number,
  required: number,
  filled: boolean,
): SectionState {
  if (required === 0) {
    return filled ? 'covered' : 'missing';
  }
  if (covered === required) {
    return 'covered';
  }
  return covered > 0 ? 'partial' : 'missing';
}

function checkField(
  key: SectionKey,
  section: object | undefined,
  { path, why }: RequiredField,
): { covered: boolean; missing: MissingField[] } {
  const [head, field] = path.split('[].');
  const value = property(section, head);
  if (field === undefined) {
    const covered = isWritten(value);
    return {
      covered,
      missing: covered ? [] : [{ path: `${key}.${path}`, why }],
    };
  }
  // That the list itself is empty is told by the field of the list.
  const items = Array.isArray(value) ? value : [];
  const missing = items.flatMap((item, index) =>
    isWritten(property(item, field))
      ? []
      : [{ path: `${key}.${head}[${index}].${field}`, why }],
  );
  return { covered: items.length > 0 && missing.length === 0, missing };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
