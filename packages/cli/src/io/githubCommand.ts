import { printable } from './printable';

/**
 * A workflow command of GitHub Actions, which it shows as an annotation
 * (https://docs.github.com/en/actions/reference/workflow-commands).
 */
export function githubCommand(
  name: string,
  properties: Record<string, string | number | undefined>,
  message: string,
): string {
  const list = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name} ${list.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return printable(text.replaceAll('\r', '\n'))
    .replaceAll('%', '%25')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
