import { SchemaValidEntityPolicy } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { loadSource } from './loadSource.mjs';

const { SECTION_KEYS } = loadSource(
  'plugins/handover-common/src/documents/index.ts',
);
const { checkHandoverDocument } = loadSource(
  'plugins/handover-common/src/secrets.ts',
);

const { factSchema, parseScorecard } = loadSource(
  'plugins/handover-common/src/scorecards/index.ts',
);

const { parseCalendar } = loadSource(
  'plugins/handover-common/src/calendars/index.ts',
);

const HEADER = 'apiVersion: handover.dev/v1\nkind: Handover\n';
const WINDOW = `windows:
  items:
    - id: example
      title: Example
      effect: deny
      reason: An example.
`;

/** An entity, or the metadata of one. */
const isEntity = ({ apiVersion, metadata }) =>
  /^backstage\.io\//.test(apiVersion) ||
  metadata?.name !== undefined ||
  metadata?.annotations !== undefined;

/** Sections, or the metadata of a handover. */
const isFragment = (value, keys) =>
  keys.every(key => key === 'metadata' || SECTION_KEYS.includes(key)) &&
  !isEntity(value);

const indent = (text, by) => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** What a YAML example can be, with a check that returns what is wrong with it. */
const KINDS = {
  scorecard: {
    matches: ({ apiVersion, kind }) =>
      /^handover\.dev\//.test(apiVersion) && kind === 'Scorecard',
    check: checkScorecard,
  },
  calendar: {
    matches: ({ apiVersion, kind }) =>
      /^handover\.dev\//.test(apiVersion) && kind === 'Calendar',
    check: text => shown(parseCalendar(text)),
  },
  handover: {
    matches: ({ apiVersion }) => /^handover\.dev\//.test(apiVersion),
    check: checkDocument,
  },
  sections: {
    matches: isFragment,
    check: text => checkDocument(HEADER + text),
  },
  schedule: {
    matches: (_, keys) => keys.join() === 'schedule',
    check: text => checkDocument(HEADER + WINDOW + indent(text, 6)),
  },
  entity: {
    matches: isEntity,
    check: checkEntity,
  },
  configuration: {
    matches: (_, keys, { config }) => keys.every(key => config.roots.has(key)),
    check: (text, { config }) => config.check(parse(text)),
  },
  // Files of other tools: that they are YAML is all that is checked.
  pipeline: {
    matches: (value, keys) =>
      Array.isArray(value) ||
      keys.some(key => ['include', 'jobs', 'script'].includes(key)),
    check: () => [],
  },
  kubernetes: {
    matches: ({ apiVersion, kind }) =>
      kind !== undefined && /^(v1|[a-z0-9.]+\/v\d\w*)$/.test(apiVersion),
    check: () => [],
  },
  mkdocs: {
    matches: (_, keys) => keys.join() === 'nav',
    check: () => [],
  },
};

function shown({ problems }) {
  return problems.map(({ path, message }) => `${path}: ${message}`);
}

async function checkDocument(text) {
  return shown(await checkHandoverDocument(text));
}

function checkScorecard(text) {
  return shown(parseScorecard(text, factSchema()));
}

async function checkEntity(text) {
  const { metadata, ...entity } = parse(text);
  try {
    await new SchemaValidEntityPolicy().enforce({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      ...entity,
      metadata: { name: 'example', ...metadata },
    });
    return [];
  } catch (error) {
    return [error.message];
  }
}

/**
 * Checks an example by what it is: a handover, sections of one, an entity, or
 * configuration.
 *
 * @param context - `config`, the schema of the configuration
 * @returns what it is, and what is wrong with it
 */
export async function checkYaml(text, context) {
  const value = parse(text);
  const keys = Object.keys(value ?? {});
  const [kind, { check }] = Object.entries(KINDS).find(
    ([, { matches }]) => keys.length > 0 && matches(value, keys, context),
  ) ?? ['unknown', { check: () => [`is no known kind: ${keys.join(', ')}`] }];
  return { kind, problems: await check(text, context) };
}
