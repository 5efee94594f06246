import { matchesWildcards, wildcardsOverlap } from '../text/wildcards';
import { environmentKey } from './key';

/** Longest name or pattern, which bounds the time that matching takes. */
export const MAX_NAME_LENGTH = 300;

/** Characters that other pattern languages give a meaning. */
const REFUSED = /[[\]{}!\\|^$,;]/;
/** `+(a)`, `@(a)`, `*(a)`, `?(a)`: extended globs. */
const REFUSED_BEFORE_PARENTHESIS = /[*?+@]/;

/** Why a text is not a pattern, and at which of its characters, counted from 1. */
export class PatternError extends Error {
  name = 'PatternError';

  constructor(message: string, readonly position: number) {
    super(message);
  }
}

/**
 * The name of an environment, or a pattern for names in which `*` stands for any
 * number of characters and `?` for one. Compared by {@link environmentKey}.
 */
export class EnvironmentPattern {
  /** Whether it is a name, without `*` and `?`. */
  readonly isName: boolean;
  /** The characters of the key; a surrogate pair is one. */
  readonly #characters: readonly string[];

  /** @throws PatternError for any character of another pattern language. */
  static parse(text: string): EnvironmentPattern {
    if (text.length > MAX_NAME_LENGTH) {
      throw new PatternError(
        `is longer than ${MAX_NAME_LENGTH} characters`,
        MAX_NAME_LENGTH + 1,
      );
    }
    const characters = [...text];
    characters.forEach((character, index) => {
      const plain = character.normalize('NFKC');
      if (
        REFUSED.test(plain) ||
        (plain.startsWith('(') &&
          index > 0 &&
          REFUSED_BEFORE_PARENTHESIS.test(characters[index - 1]))
      ) {
        throw new PatternError(
          `'${character}' at character ${
            index + 1
          } of '${text}' is not allowed: patterns support only * and ?, and each name must be its own list item`,
          index + 1,
        );
      }
    });
    const key = environmentKey(text);
    if (key === '') {
      throw new PatternError('must not be empty', 1);
    }
    return new EnvironmentPattern(key);
  }

  private constructor(readonly key: string) {
    this.isName = !/[*?]/.test(key);
    this.#characters = this.isName ? [] : [...key];
  }

  /**
   * Whether it matches a name with this key. Takes time proportional to the
   * product of the lengths whatever the pattern, unlike a regular expression.
   */
  matches(key: string): boolean {
    return this.isName
      ? this.key === key
      : matchesWildcards(this.#characters, [...key]);
  }

  /** Whether any name matches both. */
  overlaps(other: EnvironmentPattern): boolean {
    return wildcardsOverlap([...this.key], [...other.key]);
  }
}
