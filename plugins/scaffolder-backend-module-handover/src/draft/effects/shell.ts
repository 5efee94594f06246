/** A line of a script, and where it stands. */
export type ScriptLine = { text: string; path: string; line: number };

/** A simple command: a program with its arguments, without quotes. */
export type Command = {
  words: string[];
  path: string;
  line: number;
  /** The command whose output it reads. */
  input?: Command;
  /** The lines that a here-document passes to it. */
  document?: ScriptLine[];
};

/** Most commands of one script that are looked at. */
const MAX_COMMANDS = 2_000;

/** Commands inside commands, `$(…)`, are followed this deep. */
const MAX_DEPTH = 5;

/** Words that stand before a command. */
const KEYWORDS = new Set([
  '!',
  '{',
  '}',
  'do',
  'done',
  'elif',
  'else',
  'esac',
  'fi',
  'if',
  'then',
  'until',
  'while',
]);

/** Words that begin a line without any command in it. */
const HEADS = new Set(['case', 'for', 'function', 'select']);

class Shell {
  readonly #script: readonly ScriptLine[];
  readonly #text: string;
  readonly #depth: number;
  readonly #commands: Command[] = [];
  readonly #heredocs: { end: string; command: Command }[] = [];
  #at = 0;
  #row = 0;
  #current: Command;
  #word: string | undefined;
  #dropNext = false;
  #nextEndsDocument = false;

  constructor(script: readonly ScriptLine[], depth: number) {
    this.#script = script;
    this.#text = script.map(({ text }) => text.replace(/\n/g, ' ')).join('\n');
    this.#depth = depth;
    this.#current = this.#emptyCommand();
  }

  read(): Command[] {
    while (
      this.#at < this.#text.length &&
      this.#commands.length < MAX_COMMANDS
    ) {
      this.#step(this.#text[this.#at]);
    }
    this.#endCommand();
    return this.#commands;
  }

  #step(char: string) {
    const next = this.#text[this.#at + 1];
    if (char === '\\') {
      if (next === '\n') {
        this.#row++;
      } else {
        this.#append(next ?? '');
      }
      this.#at += 2;
    } else if (char === "'") {
      this.#single();
    } else if (char === '"') {
      this.#double();
    } else if (char === '$' || char === '`') {
      this.#dollar();
    } else if (char === '#' && this.#word === undefined) {
      this.#skipTo('\n');
    } else if (char === ' ' || char === '\t' || char === '\r') {
      this.#endWord();
      this.#at++;
    } else if (char === '\n') {
      this.#endCommand();
      this.#at++;
      this.#row++;
      this.#skipDocuments();
    } else if (char === '|' && next !== '|') {
      const input = this.#endCommand();
      this.#current.input = input;
      this.#at += next === '&' ? 2 : 1;
    } else if (char === '&' && next === '>') {
      this.#redirect(2);
    } else if (';|&()'.includes(char)) {
      this.#endCommand();
      this.#at++;
    } else if (char === '<' || char === '>') {
      this.#redirect(1);
    } else {
      this.#append(char);
      this.#at++;
    }
  }

  #append(text: string) {
    this.#word = (this.#word ?? '') + text;
  }

  /** Text up to an end, which is passed over; rows are counted. */
  #take(end: string, from: number): string {
    const found = this.#text.indexOf(end, from);
    const until = found < 0 ? this.#text.length : found;
    const text = this.#text.slice(from, until);
    this.#at = until + end.length;
    this.#row += text.split('\n').length - 1;
    return text;
  }

  #skipTo(end: string) {
    const found = this.#text.indexOf(end, this.#at);
    this.#at = found < 0 ? this.#text.length : found;
  }

  #single() {
    this.#append(this.#take("'", this.#at + 1));
  }

  #double() {
    this.#append('');
    this.#at++;
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at];
      if (char === '"') {
        this.#at++;
        return;
      }
      if (char === '\\') {
        const next = this.#text[this.#at + 1] ?? '';
        this.#append(next === '\n' ? '' : next);
        this.#row += next === '\n' ? 1 : 0;
        this.#at += 2;
      } else if (char === '$' || char === '`') {
        this.#dollar();
      } else {
        this.#append(char);
        this.#row += char === '\n' ? 1 : 0;
        this.#at++;
      }
    }
  }

  /** `$name`, `${name}`, `${{ expression }}`, `$(command)`, `` `command` `` */
  #dollar() {
    const rest = this.#text.slice(this.#at, this.#at + 3);
    if (rest === '${{') {
      this.#append(`\${{${this.#take('}}', this.#at + 3)}}}`);
    } else if (rest.startsWith('${')) {
      this.#append(`\${${this.#take('}', this.#at + 2)}}`);
    } else if (rest.startsWith('$(') || rest.startsWith('`')) {
      const row = this.#row;
      const inner = rest.startsWith('`')
        ? this.#take('`', this.#at + 1)
        : this.#parentheses();
      this.#append('$()');
      if (this.#depth < MAX_DEPTH) {
        this.#commands.push(
          ...readCommands(
            inner.split('\n').map((text, index) => ({
              ...this.#lineAt(row + index),
              text,
            })),
            this.#depth + 1,
          ),
        );
      }
    } else {
      this.#append('$');
      this.#at++;
    }
  }

  /** The text up to the parenthesis that closes `$(`. */
  #parentheses(): string {
    const start = this.#at + 2;
    let open = 1;
    let index = start;
    for (; index < this.#text.length && open > 0; index++) {
      if (this.#text[index] === '(') {
        open++;
      } else if (this.#text[index] === ')') {
        open--;
      }
    }
    const text = this.#text.slice(start, open === 0 ? index - 1 : index);
    this.#at = index;
    this.#row += text.split('\n').length - 1;
    return text;
  }

  #redirect(length: number) {
    // `2>`: the number belongs to the redirection.
    if (this.#word && /^\d$/.test(this.#word)) {
      this.#word = undefined;
    }
    this.#endWord();
    const rest = this.#text.slice(this.#at, this.#at + 3);
    if (rest === '<<<') {
      this.#at += 3;
      this.#dropNext = true;
    } else if (rest.startsWith('<<')) {
      this.#at += rest === '<<-' ? 3 : 2;
      this.#nextEndsDocument = true;
    } else if (rest.startsWith('<(') || rest.startsWith('>(')) {
      this.#at += 1;
    } else {
      this.#at += length;
      while ('>&|'.includes(this.#text[this.#at] ?? ' ')) {
        this.#at++;
      }
      this.#dropNext = true;
    }
  }

  #endWord() {
    const word = this.#word;
    this.#word = undefined;
    if (word === undefined) {
      return;
    }
    if (this.#nextEndsDocument) {
      this.#nextEndsDocument = false;
      this.#heredocs.push({ end: word, command: this.#current });
    } else if (this.#dropNext) {
      this.#dropNext = false;
    } else if (this.#current.words.length > 0 || !KEYWORDS.has(word)) {
      if (this.#current.words.length === 0) {
        Object.assign(this.#current, this.#lineAt(this.#row));
      }
      this.#current.words.push(word);
    }
  }

  #endCommand(): Command | undefined {
    this.#endWord();
    this.#dropNext = false;
    const command = this.#current;
    this.#current = this.#emptyCommand();
    const [first] = command.words;
    if (first === undefined || HEADS.has(first)) {
      return undefined;
    }
    this.#commands.push(command);
    return command;
  }

  /** The lines of here-documents, which are the input of a command. */
  #skipDocuments() {
    for (const { end, command } of this.#heredocs.splice(0)) {
      const lines: ScriptLine[] = [];
      while (this.#row < this.#script.length) {
        const line = this.#script[this.#row];
        this.#at += line.text.length + 1;
        this.#row++;
        if (line.text.trim() === end) {
          break;
        }
        lines.push(line);
      }
      command.document = lines;
    }
  }

  #lineAt(row: number): { path: string; line: number } {
    const { path, line } = this.#script[
      Math.min(row, this.#script.length - 1)
    ] ?? { path: '', line: 1 };
    return { path, line };
  }

  #emptyCommand(): Command {
    return { words: [], ...this.#lineAt(this.#row) };
  }
}

/**
 * The commands of a shell script, without running anything: comments and
 * here-documents are left out, quotes are removed, lines that a backslash
 * continues are joined. Which branch runs is not decided.
 */
export function readCommands(
  script: readonly ScriptLine[],
  depth = 0,
): Command[] {
  return new Shell(script, depth).read();
}
