import { UnreadableError } from '../../UnreadableError';

/** A piece of Groovy. Comments and blanks are left out. */
export type Token = {
  kind: 'word' | 'text' | 'mark' | 'newline';
  /** Of a text, what is between its quotes. */
  value: string;
  line: number;
};

/** Words after which a slash begins a text and does not divide. */
const BEFORE_VALUE = /^(return|in|case|assert|throw|else|echo|sh|bat)$/;

const WORD = /[A-Za-z_$][\w$]*|\d[\w.]*/y;

/** Values in texts, `${…}`, that hold texts of their own are followed this deep. */
const MAX_NESTING = 20;

class Tokenizer {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #line = 1;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Token[] {
    if (this.#source.startsWith('#!')) {
      this.#skipLine();
    }
    while (this.#at < this.#source.length) {
      this.#step();
    }
    return this.#tokens;
  }

  #step() {
    const char = this.#source[this.#at];
    if (char === '\n') {
      this.#push('newline', char, this.#line);
      this.#line++;
      this.#at++;
    } else if (/\s/.test(char)) {
      this.#at++;
    } else if (this.#sees('//')) {
      this.#skipLine();
    } else if (this.#sees('/*')) {
      this.#until('*/', this.#at + 2, 'a comment');
    } else if (this.#sees('$/') && this.#expectsValue()) {
      this.#text('/$', 2, 'a dollar-slashy string');
    } else if (char === '/' && this.#expectsValue()) {
      this.#slashy();
    } else if (this.#sees("'''")) {
      this.#quoted("'''", false);
    } else if (this.#sees('"""')) {
      this.#quoted('"""', true);
    } else if (char === "'" || char === '"') {
      this.#quoted(char, char === '"');
    } else {
      this.#wordOrMark(char);
    }
  }

  #sees(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  #push(kind: Token['kind'], value: string, line: number) {
    this.#tokens.push({ kind, value, line });
  }

  #skipLine() {
    const end = this.#source.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#source.length : end;
  }

  /** Passes over an end, and returns what stands before it. */
  #until(end: string, from: number, what: string): string {
    const found = this.#source.indexOf(end, from);
    if (found < 0) {
      throw new UnreadableError(`has ${what} that never ends`, {
        line: this.#line,
      });
    }
    const text = this.#source.slice(from, found);
    this.#at = found + end.length;
    this.#line += text.split('\n').length - 1;
    return text;
  }

  #text(end: string, opening: number, what: string) {
    const line = this.#line;
    this.#push('text', this.#until(end, this.#at + opening, what), line);
  }

  /** Can a value begin here? Otherwise a slash divides. */
  #expectsValue(): boolean {
    const last = this.#tokens.at(-1);
    if (!last || last.kind === 'newline') {
      return true;
    }
    if (last.kind === 'word') {
      return BEFORE_VALUE.test(last.value);
    }
    return last.kind === 'mark' && !')]}'.includes(last.value);
  }

  /** `/a\/b/`. One that does not end on its line divides after all. */
  #slashy() {
    let end = this.#at + 1;
    while (
      end < this.#source.length &&
      this.#source[end] !== '/' &&
      this.#source[end] !== '\n'
    ) {
      end += this.#source[end] === '\\' ? 2 : 1;
    }
    if (this.#source[end] === '/') {
      this.#push('text', this.#source.slice(this.#at + 1, end), this.#line);
      this.#at = end + 1;
    } else {
      this.#push('mark', '/', this.#line);
      this.#at++;
    }
  }

  #quoted(quote: string, hasValues: boolean) {
    const line = this.#line;
    const end = this.#endOfQuoted(this.#at + quote.length, quote, hasValues, 0);
    const raw = this.#source.slice(this.#at + quote.length, end);
    this.#push('text', unescape(raw), line);
    this.#line += raw.split('\n').length - 1;
    this.#at = end + quote.length;
  }

  /** Where a text ends whose quotes may stand again inside `${…}`. */
  #endOfQuoted(
    from: number,
    quote: string,
    hasValues: boolean,
    depth: number,
  ): number {
    let at = from;
    while (at < this.#source.length && !this.#source.startsWith(quote, at)) {
      if (this.#source[at] === '\n' && quote.length === 1) {
        break;
      }
      if (this.#source[at] === '\\') {
        at += 2;
      } else if (hasValues && this.#source.startsWith('${', at)) {
        at = this.#endOfValue(at + 2, depth + 1);
      } else {
        at++;
      }
    }
    if (!this.#source.startsWith(quote, at)) {
      throw new UnreadableError('has an unterminated string', {
        line: this.#line,
      });
    }
    return at;
  }

  #endOfValue(from: number, depth: number): number {
    let at = from;
    let open = 1;
    while (at < this.#source.length && open > 0 && depth < MAX_NESTING) {
      const char = this.#source[at];
      if (char === '"' || char === "'") {
        at = this.#endOfQuoted(at + 1, char, char === '"', depth) + 1;
      } else {
        open += { '{': 1, '}': -1 }[char] ?? 0;
        at++;
      }
    }
    return at;
  }

  #wordOrMark(char: string) {
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#source)?.[0];
    this.#push(word ? 'word' : 'mark', word ?? char, this.#line);
    this.#at += word?.length ?? 1;
  }
}

/**
 * The tokens of a Jenkinsfile: texts in single, double and triple quotes, between
 * slashes and between dollar-slashes are one token each, whatever is in them.
 *
 * @throws UnreadableError where a text or a comment never ends
 */
export function readTokens(source: string): Token[] {
  return new Tokenizer(source.replace(/\r\n?/g, '\n')).read();
}

/** A backslash before a new line joins two lines of a script: it stays. */
function unescape(text: string): string {
  return text.replace(/\\([^\n])/g, (whole, char: string) => {
    switch (char) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case '\\':
      case "'":
      case '"':
      case '$':
        return char;
      default:
        return whole;
    }
  });
}
