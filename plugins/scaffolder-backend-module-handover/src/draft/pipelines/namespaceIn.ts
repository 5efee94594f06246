const KUBERNETES = /\b(kubectl|helm|kustomize)\b/;

const NAMESPACE =
  /(?:^|\s)(?:-n|--namespace)(?:=|\s+)["']?([a-z0-9][a-z0-9-]{0,62})["']?(?=\s|$|["'])/;

/** A command that people read is shorter. */
const MAX_LENGTH = 4_000;

/**
 * The namespace that commands of kubectl or Helm name, when it is always the same
 * one. A variable says nothing.
 */
export function namespaceIn(
  script: { text: string; line: number }[],
): { text: string; line: number } | undefined {
  const found = joinContinued(script).flatMap(({ text, line }) => {
    const namespace =
      text.length <= MAX_LENGTH &&
      KUBERNETES.test(text) &&
      NAMESPACE.exec(text)?.[1];
    return namespace ? [{ text: namespace, line }] : [];
  });
  return new Set(found.map(({ text }) => text)).size === 1
    ? found[0]
    : undefined;
}

/** Commands that a backslash spreads over several lines, as one. */
function joinContinued(script: { text: string; line: number }[]) {
  const commands: { text: string; line: number }[] = [];
  let continued = false;
  for (const { text, line } of script) {
    const last = commands.at(-1);
    const part = text.replace(/\\\s*$/, ' ');
    if (continued && last) {
      last.text += part;
    } else {
      commands.push({ text: part, line });
    }
    continued = part !== text;
  }
  return commands;
}
