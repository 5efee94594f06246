import { REQUIRED_FIELDS } from '../../documents/requiredFields';
import { SECTION_KEYS } from '../../documents/sections';
import type {
  Coverage,
  DocumentSource,
  DocumentStatus,
} from '../../documents/types';
import type { FactDefinition, FactValue } from './types';

const INT = { kind: 'int' } as const;
const BOOL = { kind: 'bool' } as const;

/** `failures.items[].fix`: every required field, with its section. */
const FIELDS: string[] = SECTION_KEYS.flatMap(section =>
  REQUIRED_FIELDS[section].map(({ path }) => `${section}.${path}`),
);

/** Facts from the handover of an entity. */
export const DOCUMENT_FACTS: readonly FactDefinition[] = [
  {
    name: 'document.status',
    type: {
      kind: 'string',
      values: ['ok', 'missing', 'invalid', 'unreachable'],
    },
    basis: 'observed',
    description:
      'Whether the handover could be read. For `invalid` and `unreachable`, the other facts are those of the last good revision; if an unreachable one has none, they are missing.',
  },
  {
    name: 'document.source',
    type: { kind: 'string', values: ['repository', 'portal'] },
    basis: 'observed',
    description: 'Where the handover is edited.',
  },
  {
    name: 'document.exists',
    type: BOOL,
    basis: 'observed',
    description: 'Whether there is a revision to show.',
  },
  {
    name: 'document.coverage',
    type: { kind: 'double' },
    basis: 'declared',
    description: 'Share of the required fields that are covered, 0 to 1.',
  },
  {
    name: 'document.sections',
    type: {
      kind: 'map',
      of: { kind: 'string', values: ['covered', 'partial', 'missing'] },
      keys: [...SECTION_KEYS],
    },
    basis: 'declared',
    description: 'Coverage of each section: `document.sections.rollback`.',
  },
  {
    name: 'document.covered',
    type: { kind: 'map', of: BOOL, keys: FIELDS },
    basis: 'declared',
    description:
      "Whether each required field is covered: `document.covered['rollback.steps']`.",
  },
  {
    name: 'document.stale',
    type: BOOL,
    basis: 'declared',
    description:
      'Whether the last review does not hold any more, or there never was one. True without a handover.',
  },
  {
    name: 'document.tier',
    type: INT,
    basis: 'declared',
    description: '`metadata.tier`, 1 to 4. 0 if there is none.',
  },
  {
    name: 'document.warnings',
    type: INT,
    basis: 'observed',
    description: 'Number of problems that the check of the handover found.',
  },
  {
    name: 'windows.count',
    type: INT,
    basis: 'declared',
    description: 'Number of change windows in the handover.',
  },
  {
    name: 'windows.allow',
    type: INT,
    basis: 'declared',
    description: 'Number of those windows that allow changes.',
  },
  {
    name: 'windows.deny',
    type: INT,
    basis: 'declared',
    description: 'Number of those windows that deny changes.',
  },
];

/**
 * The state of a handover, as far as facts need it.
 *
 * @alpha
 */
export type DocumentFactInput = {
  status: DocumentStatus;
  source: DocumentSource;
  /** Of the revision in view. None without one. */
  coverage?: Coverage;
  stale: boolean;
  /** None is 0. */
  tier: number;
  problems: number;
  /** Effects of the windows of the revision in view. */
  windows: readonly ('allow' | 'deny')[];
};

const KNOWN_WITHOUT_READING: Record<
  string,
  ((state: DocumentFactInput) => FactValue) | undefined
> = {
  'document.status': ({ status }) => ({ value: status }),
  'document.source': ({ source }) => ({ value: source }),
};

/** The values of `DOCUMENT_FACTS` for an entity. */
export function documentFactValues(
  state: DocumentFactInput,
): [name: string, value: FactValue][] {
  const { status } = state;
  if (status === 'unreachable' && !state.coverage) {
    return DOCUMENT_FACTS.map(({ name }) => [
      name,
      KNOWN_WITHOUT_READING[name]?.(state) ?? {
        missing: 'the handover could not be read yet',
      },
    ]);
  }
  // A handover that was deleted says nothing any more.
  const coverage = status === 'missing' ? undefined : state.coverage;
  const windows = status === 'missing' ? [] : state.windows;
  const sections = SECTION_KEYS.map(
    key => [key, coverage?.sections[key]?.state ?? 'missing'] as const,
  );
  const count = (effect: 'allow' | 'deny') =>
    windows.filter(each => each === effect).length;
  return [
    ['document.status', { value: state.status }],
    ['document.source', { value: state.source }],
    ['document.exists', { value: coverage !== undefined }],
    ['document.coverage', { value: coverage?.ratio ?? 0 }],
    ['document.sections', { value: Object.fromEntries(sections) }],
    ['document.covered', { value: coveredFields(coverage) }],
    ['document.stale', { value: coverage === undefined || state.stale }],
    ['document.tier', { value: coverage ? state.tier : 0 }],
    ['document.warnings', { value: state.problems }],
    ['windows.count', { value: windows.length }],
    ['windows.allow', { value: count('allow') }],
    ['windows.deny', { value: count('deny') }],
  ];
}

function coveredFields(
  coverage: Coverage | undefined,
): Record<string, boolean> {
  return Object.fromEntries(
    SECTION_KEYS.flatMap(section => {
      const state = coverage?.sections[section];
      const missing = new Set(
        state?.missing.map(({ path }) => path.replace(/\[\d+\]/, '[]')),
      );
      return REQUIRED_FIELDS[section].map(({ path }) => [
        `${section}.${path}`,
        state !== undefined &&
          !missing.has(`${section}.${path}`) &&
          !isOfEmptyList(section, path, missing),
      ]);
    }),
  );
}

/** The fields of the items of an empty list are missing with the list itself. */
function isOfEmptyList(
  section: string,
  path: string,
  missing: ReadonlySet<string>,
): boolean {
  const [list, field] = path.split('[].');
  return field !== undefined && missing.has(`${section}.${list}`);
}
