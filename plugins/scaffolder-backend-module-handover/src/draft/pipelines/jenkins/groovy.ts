import { UnreadableError } from '../../UnreadableError';
import { readTokens } from './tokens';
import type { Token } from './tokens';

/**
 * A call in a Jenkinsfile: `name(arguments) { … }`, `name argument`, `name { … }`.
 * A block of another kind, as after `=` or a label, is a call without a name.
 */
export type Call = {
  name: string;
  line: number;
  /** The key before it, as of a branch of `parallel`. */
  label?: string;
  /** A method that is defined, and not called. */
  isDefinition: boolean;
  /** All that stands in the arguments, calls included. */
  tokens: Token[];
  /** Calls in its arguments. */
  inArguments: Call[];
  /** What its block does. Undefined where it has none. */
  body?: Call[];
};

/** Deepest nesting that is followed; real files have fewer than ten levels. */
const MAX_DEPTH = 60;

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

class Reader {
  readonly #tokens: Token[];
  #at = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  /** Calls up to a closing mark, which is passed over. */
  sequence(closing: string | undefined, depth: number, opened?: Token): Call[] {
    if (depth > MAX_DEPTH) {
      throw new UnreadableError(
        `has blocks inside each other more than ${MAX_DEPTH} deep`,
        { line: opened?.line },
      );
    }
    const calls: Call[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (!token) {
        if (closing !== undefined) {
          throw new UnreadableError(
            `opens '${opened?.value}' and never closes it`,
            { line: opened?.line },
          );
        }
        return calls;
      }
      if (token.kind === 'mark' && token.value === closing) {
        this.#at++;
        return calls;
      }
      this.#one(token, calls, depth);
    }
  }

  #one(token: Token, calls: Call[], depth: number) {
    if (token.kind === 'mark' && ')]}'.includes(token.value)) {
      throw new UnreadableError(
        `closes '${token.value}', which was not opened`,
        { line: token.line },
      );
    }
    if (token.kind === 'word') {
      const call = this.#call(depth);
      if (call) {
        calls.push(call);
      }
    } else if (token.kind === 'mark' && token.value === '{') {
      const label = this.#labelBefore(this.#at);
      this.#at++;
      calls.push({
        ...emptyCall('', token.line),
        ...(label !== undefined && { label }),
        body: this.sequence('}', depth + 1, token),
      });
    } else if (token.kind === 'mark' && CLOSING[token.value]) {
      this.#at++;
      calls.push(...this.sequence(CLOSING[token.value], depth + 1, token));
    } else {
      this.#at++;
    }
  }

  /** A call that begins with the present word, or nothing for any other word. */
  #call(depth: number): Call | undefined {
    const start = this.#at;
    const first = this.#tokens[start];
    if (depth > MAX_DEPTH) {
      throw new UnreadableError(
        `has calls inside each other more than ${MAX_DEPTH} deep`,
        { line: first.line },
      );
    }
    // A method of what stands before it, as in `docker.build('x').push()`.
    const isMethod = this.#is('.', -1);
    let name = isMethod ? `.${first.value}` : first.value;
    this.#at++;
    while (this.#is('.', 0) && this.#tokens[this.#at + 1]?.kind === 'word') {
      name += `.${this.#tokens[this.#at + 1].value}`;
      this.#at += 2;
    }
    const call = emptyCall(name, first.line);
    const label = this.#labelBefore(start);
    if (label !== undefined) {
      call.label = label;
    }
    const before = this.#tokens[start - 1];
    call.isDefinition =
      before?.kind === 'word' &&
      /^(def|void|[A-Z]\w*|boolean|int)$/.test(before.value);
    if (this.#is('(', 0)) {
      const from = this.#at + 1;
      const opened = this.#tokens[this.#at];
      this.#at++;
      call.inArguments = this.sequence(')', depth + 1, opened);
      call.tokens = this.#tokens.slice(from, this.#at - 1);
    } else if (this.#takesArguments()) {
      this.#commandArguments(call, depth);
    } else if (!this.#is('{', 0)) {
      return undefined;
    }
    if (this.#is('{', 0)) {
      const opened = this.#tokens[this.#at];
      this.#at++;
      call.body = this.sequence('}', depth + 1, opened);
    }
    return call;
  }

  /** `sh 'make'`, `input message: 'Deploy?'`: arguments up to the end of the line. */
  #commandArguments(call: Call, depth: number) {
    const from = this.#at;
    for (;;) {
      const token = this.#tokens[this.#at];
      const last = this.#tokens[this.#at - 1];
      const goesOn = last?.kind === 'mark' && ',:+'.includes(last.value);
      if (
        !token ||
        (token.kind === 'newline' && !goesOn) ||
        (token.kind === 'mark' && ';)]}'.includes(token.value)) ||
        // A block after all arguments is the call's own.
        (token.kind === 'mark' && token.value === '{' && !goesOn)
      ) {
        break;
      }
      if (token.kind === 'mark' || token.kind === 'word') {
        this.#one(token, call.inArguments, depth + 1);
      } else {
        this.#at++;
      }
    }
    call.tokens = this.#tokens.slice(from, this.#at);
  }

  /** Does an argument stand right after the word, without parentheses? */
  #takesArguments(): boolean {
    const [next, after] = this.#tokens.slice(this.#at, this.#at + 2);
    return (
      next?.kind === 'text' ||
      (next?.kind === 'word' &&
        after?.kind === 'mark' &&
        after.value === ':') ||
      (next?.kind === 'word' &&
        this.#tokens[this.#at - 1].line === next.line &&
        /^(load|library|branch|credentials|script|any|none|expression)$/.test(
          this.#tokens[this.#at - 1].value,
        ))
    );
  }

  #labelBefore(index: number): string | undefined {
    const [key, colon] = this.#tokens.slice(Math.max(0, index - 2), index);
    return colon?.kind === 'mark' &&
      colon.value === ':' &&
      (key.kind === 'word' || key.kind === 'text')
      ? key.value
      : undefined;
  }

  #is(mark: string, offset: number): boolean {
    const token = this.#tokens[this.#at + offset];
    return token?.kind === 'mark' && token.value === mark;
  }
}

/**
 * The calls of a Jenkinsfile, without running or fully understanding Groovy.
 *
 * @throws UnreadableError where it cannot be read
 */
export function readCalls(source: string): Call[] {
  const reader = new Reader(readTokens(source));
  return reader.sequence(undefined, 0);
}

function emptyCall(name: string, line: number): Call {
  return { name, line, isDefinition: false, tokens: [], inArguments: [] };
}

/** Everything inside a call, at any depth, that is asked for and not inside another. */
export function callsNamed(calls: readonly Call[], name: string): Call[] {
  return calls.flatMap(call =>
    call.name === name
      ? [call]
      : [
          ...callsNamed(call.inArguments, name),
          ...callsNamed(call.body ?? [], name),
        ],
  );
}

/** The first text of the arguments, or that of a named argument. */
export function textOf(call: Call, key?: string): string | undefined {
  if (key === undefined) {
    return call.tokens[0]?.kind === 'text' ? call.tokens[0].value : undefined;
  }
  return tokenOf(call, key)?.value;
}

/** The text that a named argument begins with. */
export function tokenOf(call: Call, key: string): Token | undefined {
  const at = call.tokens.findIndex(
    (token, index) =>
      token.value === key &&
      token.kind !== 'mark' &&
      call.tokens[index + 1]?.value === ':',
  );
  const value = at < 0 ? undefined : call.tokens[at + 2];
  return value?.kind === 'text' ? value : undefined;
}
