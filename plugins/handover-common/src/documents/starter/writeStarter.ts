import { coverageOf } from '../coverage';
import { METADATA, SECTIONS } from '../registry/registry';
import type { HandoverDocument } from '../schema';
import { serializeHandoverDocument, toYaml } from '../serialize';
import type { Coverage } from '../types';
import { exampleComments } from './exampleComments';
import { missingInSections, missingSections } from './missing';
import { plainLine } from './plainLine';
import { withComments, type FieldComment } from './withComments';

/** How a starter document is written. */
export type StarterOptions = {
  /** Lines of the comment at the top. */
  header: readonly string[];
  /** Comments above fields, list elements and sections. */
  fields?: readonly FieldComment[];
  /** The URL of the JSON Schema, for editors. */
  schemaUrl?: string;
  /**
   * Shows these in comments for what the document does not say, in place of why
   * it matters.
   */
  examples?: HandoverDocument;
};

/**
 * Writes a document for people to complete: its content, and comments that list
 * the missing fields. Every part of Handover that makes a `handover.yaml` uses
 * this.
 */
export function writeStarter(
  document: HandoverDocument,
  options: StarterOptions,
): { text: string; coverage: Coverage } {
  const { header, fields = [], schemaUrl, examples } = options;
  const coverage = coverageOf(document);
  const top = [
    ...(schemaUrl ? [`yaml-language-server: $schema=${schemaUrl}`] : []),
    ...header,
  ];
  const text = examples
    ? withExamples(document, { header: top, fields, examples })
    : withComments(serializeHandoverDocument(document), {
        header: top,
        fields: [...missingInSections(document, coverage), ...fields],
        footer: missingSections(document, coverage),
      });
  return { text, coverage };
}

/** All sections in their order, each with what it is for and its examples. */
function withExamples(
  document: HandoverDocument,
  options: {
    header: string[];
    fields: readonly FieldComment[];
    examples: HandoverDocument;
  },
): string {
  const { header, fields, examples } = options;
  const { apiVersion, kind } = document;
  const parts = [METADATA, ...SECTIONS].map(({ key, description }) => {
    const content = document[key];
    const own = fields.filter(({ path }) => path[0] === key);
    const remarks = own.filter(({ path }) => path.length === 1);
    const lines = [description, ...remarks.flatMap(each => each.lines)];
    const [first, ...rest] = content
      ? withComments(toYaml({ [key]: content }), {
          header: [],
          fields: own.filter(({ path }) => path.length > 1),
          footer: [],
        })
          .replace(/\n$/, '')
          .split('\n')
      : [`${key}:`];
    return [
      '',
      first,
      ...lines.map(line => `  # ${plainLine(line)}`),
      ...rest,
      ...exampleComments(key, examples[key] ?? {}, content ?? {}),
    ].join('\n');
  });
  return `${withComments(toYaml({ apiVersion, kind }), {
    header,
    fields: [],
    footer: [],
  })}${parts.map(part => `${part}\n`).join('')}`;
}
