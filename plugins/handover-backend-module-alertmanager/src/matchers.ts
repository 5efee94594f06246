// Matchers as Alertmanager parses them:
// https://prometheus.io/docs/alerting/latest/configuration/#matcher

const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]{0,127}$/;

/** Whether a text is the name of a label. */
export function isLabelName(text: string): boolean {
  return LABEL_NAME.test(text);
}

/** Whether a text is one matcher, such as `severity!="none"`. */
export function isMatcher(text: string): boolean {
  const [, name] =
    /^\s*(\w+)\s*(?:=~|!~|!=|=)(?![=~]).{0,1000}$/.exec(text) ?? [];
  return name !== undefined && isLabelName(name);
}

/** A matcher for one value of a label. */
export function equals(label: string, value: string): string {
  return `${label}=${quote(value)}`;
}

/** A matcher for any of these values of a label. */
export function isOneOf(label: string, values: readonly string[]): string {
  return values.length === 1
    ? equals(label, values[0])
    : // Alertmanager anchors regular expressions at both ends.
      `${label}=~${quote(values.map(escapeRegExp).join('|'))}`;
}

function quote(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
