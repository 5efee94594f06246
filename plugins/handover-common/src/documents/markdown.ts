import { NOT_APPLICABLE_LABEL } from './registry/labels';
import { fieldPlace, type FieldPlace } from './registry/fieldPlace';
import type { HandoverDocument } from './schema';
import { SECTION_KEYS, SECTION_TITLES } from './sections';
import type { SectionKey } from './sections';
import { readableDuration } from './words';

type Fields = Record<string, unknown>;

/** Sections whose one list needs no heading of its own. */
const MAIN_LISTS = new Set([
  'items',
  'levels',
  'stages',
  'tasks',
  'statements',
]);

/** Fields of list elements that make the first line of the element. */
const HEADING_FIELDS = [
  'name',
  'title',
  'symptom',
  'what',
  'topic',
  'who',
  'do',
  'goal',
  'entityRef',
  'text',
] as const;

/** Fields that are sentences, which read badly when all is bold. */
const PLAIN = new Set(['do', 'text']);

/** Fields that are a block of code of their own, with its language. */
const CODE: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['command', 'sh'],
  ['query', ''],
]);

/** Fields that are not in the list of an element's fields: blocks of their own, and what only machines read. */
const UNNAMED = /* @__PURE__ */ new Set([...CODE.keys(), 'id']);

/** Lists whose elements are done, or tried, one after the other. */
const ORDERED = new Set(['steps', 'levels', 'stages']);

/**
 * Writes a handover as one Markdown page (CommonMark), with all filled sections
 * in their order. Text fields are already Markdown and stay as they are.
 *
 * @alpha
 */
export function toMarkdown(
  document: HandoverDocument,
  options: {
    /** Heading of the page. The default is `Handover` with the document's entity. */
    title?: string;
    /** A note for readers, on one line. It is a quotation below the heading. */
    note?: string;
  } = {},
): string {
  const entity = document.metadata?.entityRef;
  const title = options.title ?? (entity ? `Handover: ${entity}` : 'Handover');
  const blocks = [
    `# ${oneLine(title)}`,
    ...(options.note === undefined ? [] : [`> ${oneLine(options.note)}`]),
    ...metadataBlocks(document),
    ...SECTION_KEYS.flatMap(key => sectionBlocks(key, document[key])),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function metadataBlocks(document: HandoverDocument): string[] {
  const { tier, reviewedAt, reviewedBy } = document.metadata ?? {};
  const parts = [
    tier === undefined ? undefined : `Tier ${tier}`,
    reviewedAt === undefined
      ? undefined
      : `Reviewed ${reviewedAt}${reviewedBy ? ` by ${reviewedBy}` : ''}`,
  ].filter(part => part !== undefined);
  return parts.length > 0 ? [parts.join(' · ')] : [];
}

function sectionBlocks(key: SectionKey, section: Fields | undefined): string[] {
  if (!section || Object.keys(section).length === 0) {
    return [];
  }
  const { notApplicable, ...fields } = section;
  return [
    `## ${SECTION_TITLES[key]}`,
    ...(typeof notApplicable === 'string'
      ? [`${NOT_APPLICABLE_LABEL}: ${notApplicable}`]
      : []),
    ...Object.entries(fields).flatMap(([field, value]) =>
      fieldBlocks(fieldPlace(key, field), field, value),
    ),
  ];
}

function fieldBlocks(
  place: FieldPlace,
  field: string,
  value: unknown,
): string[] {
  if (Array.isArray(value)) {
    const list = listBlock(place, value, ORDERED.has(field));
    return MAIN_LISTS.has(field) ? [list] : [`### ${place.label}`, list];
  }
  if (isFields(value)) {
    // The keys are names of environments here, not fields.
    const lines = Object.entries(value).map(([key, each]) =>
      bullet('-', `${key}: ${inline(place, each)}`),
    );
    return [`### ${place.label}`, lines.join('\n')];
  }
  const text = scalar(place, value);
  return text.includes('\n')
    ? [`### ${place.label}`, text]
    : [`**${place.label}:** ${text}`];
}

function listBlock(
  place: FieldPlace,
  items: readonly unknown[],
  ordered: boolean,
): string {
  return items
    .map((item, index) =>
      bullet(ordered ? `${index + 1}.` : '-', itemText(place, item)),
    )
    .join('\n');
}

/** Puts a text behind a list marker, with its other lines indented as far. */
function bullet(marker: string, text: string): string {
  return `${marker} ${indent(text, marker.length + 1)}`;
}

function indent(text: string, columns: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

function itemText(place: FieldPlace, item: unknown): string {
  if (!isFields(item)) {
    return String(item);
  }
  const heading = HEADING_FIELDS.find(field => typeof item[field] === 'string');
  const { title, url } = item;
  const linked =
    typeof title === 'string' && typeof url === 'string'
      ? link(title, url)
      : undefined;
  const rest = Object.entries(item).filter(
    ([field]) =>
      field !== heading &&
      !UNNAMED.has(field) &&
      !(linked !== undefined && field === 'url'),
  );
  const code = [...CODE].flatMap(([field, language]) => {
    const text = item[field];
    return typeof text === 'string' ? [codeBlock(text, language)] : [];
  });
  const details = rest.length > 0 ? fieldList(place, rest) : undefined;
  return [
    [linked ?? headingText(item, heading), ...code]
      .filter(part => part !== undefined)
      .join('\n\n'),
    details,
  ]
    .filter(part => part)
    .join(code.length > 0 ? '\n\n' : '\n');
}

function headingText(
  item: Fields,
  heading: (typeof HEADING_FIELDS)[number] | undefined,
): string | undefined {
  return heading === undefined
    ? undefined
    : emphasize(String(item[heading]), PLAIN.has(heading) ? '' : '**');
}

function fieldList(
  parent: FieldPlace,
  entries: readonly (readonly [string, unknown])[],
): string {
  return entries
    .map(([field, value]) => {
      const place = parent.field(field);
      const text = inline(place, value);
      const separator = text.startsWith('\n') ? '' : ' ';
      return bullet('-', `${place.label}:${separator}${text}`);
    })
    .join('\n');
}

function inline(place: FieldPlace, value: unknown): string {
  if (Array.isArray(value)) {
    return value.every(item => !isFields(item) && !/\n/.test(String(item)))
      ? value.map(item => scalar(place, item)).join(', ')
      : `\n${listBlock(place, value, false)}`;
  }
  if (isFields(value)) {
    return `\n${fieldList(place, Object.entries(value))}`;
  }
  const text = scalar(place, value);
  return /^https?:\/\/\S+$/.test(text) ? `<${text}>` : text;
}

function scalar(place: FieldPlace, value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  const text = String(value);
  return place.option(text) ?? readableDuration(text) ?? text;
}

/** Emphasis cannot span lines or paragraphs; a longer text stays as it is. */
function emphasize(text: string, sign: string): string {
  return /[\n*]/.test(text) ? text : `${sign}${text}${sign}`;
}

function link(title: string, url: string): string {
  return `[${title.replace(/[\\[\]]/g, '\\$&')}](<${url.replace(
    /[<>]/g,
    encodeURIComponent,
  )}>)`;
}

/** A fenced block, with a fence that is longer than any in the text. */
function codeBlock(text: string, language: string): string {
  const longest = Math.max(
    2,
    ...(text.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
