import { printable } from '../io/printable';
import type { Formatter } from './report';

/**
 * Workflow commands of GitHub Actions, which it shows beside the line
 * (https://docs.github.com/en/actions/reference/workflow-commands).
 */
export const formatGithub: Formatter = files =>
  files
    .flatMap(each =>
      'unreadable' in each
        ? [command('error', { file: each.file }, each.unreadable)]
        : each.problems.map(({ severity, line, column, path, message }) =>
            command(
              severity,
              {
                file: each.file,
                line,
                col: column,
                title: path ? `Handover: ${path}` : 'Handover',
              },
              message,
            ),
          ),
    )
    .join('');

function command(
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
