import { styleText } from 'node:util';
import { BUG, CommandError } from './CommandError';
import { printable } from './printable';

type Format = Parameters<typeof styleText>[0];

/** Colors a text for standard output, where that is a terminal and NO_COLOR is not set. */
export function paint(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** Writes what a command has to say, and what other programs read. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Writes remarks to standard error, so that pipes don't contain them. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** `error: cannot read 'x'`, and a hint on the next line. */
export function printError(message: string, hint?: string): void {
  remark(
    `${label('red', 'error:')} ${printable(
      hint ? `${message}\n${hint}` : message,
    )}`,
  );
}

/** `warning: …` */
export function printWarning(message: string): void {
  remark(`${label('yellow', 'warning:')} ${printable(message)}`);
}

function label(color: 'red' | 'yellow', text: string): string {
  return styleText([color, 'bold'], text, { stream: process.stderr });
}

/** JSON as other programs and people read it. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 2));
}

/**
 * Allows the reader of a pipe to stop reading (`handover schema | head`). The
 * rest of the output is dropped, and the exit code stays that of the command.
 */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') {
        throw error;
      }
    });
  }
}

/** Says why a command ended, and with which code the process should. */
export function report(error: unknown): number {
  if (error instanceof CommandError) {
    printError(error.message, error.hint);
    return error.exitCode;
  }
  // Without the excerpt of the source that Node.js would print: it is one bundle.
  printError(
    error instanceof Error ? error.stack ?? error.message : String(error),
    'This is a bug in handover. Please report it with the lines above.',
  );
  return BUG;
}

/** `1 file`, `2 files` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
