import { quoted } from './quoted';

/**
 * What a documented command can leave open, by the names that people use.
 *
 * @alpha
 */
export type PlaceholderValues = {
  pod?: string;
  namespace?: string;
  container?: string;
  /** The name of the cluster, which is also its context. */
  cluster?: string;
  workload?: string;
};

const NAMES: Record<string, keyof PlaceholderValues> = {
  pod: 'pod',
  namespace: 'namespace',
  container: 'container',
  cluster: 'cluster',
  context: 'cluster',
  workload: 'workload',
  deployment: 'workload',
};

/** Code in Markdown: a fenced block, or a span in a line. */
export const CODE = /(`{3,}|~{3,})[\s\S]*?\1|`[^`\n]+`/g;
const PLACEHOLDER = /<([a-z]+)(?:[ _-]?name)?>/gi;

/**
 * Fills in the placeholders in the code of a Markdown text, such as `<pod>` or
 * `<pod-name>`, so that its commands can be copied as they are. Those without a
 * value stay.
 *
 * @alpha
 */
export function fillPlaceholders(
  markdown: string,
  values: PlaceholderValues,
): string {
  return markdown.replace(CODE, code =>
    code.replace(PLACEHOLDER, (placeholder, name: string) => {
      const key = NAMES[name.toLowerCase()];
      const value = key && values[key];
      return value ? quoted(value) : placeholder;
    }),
  );
}
