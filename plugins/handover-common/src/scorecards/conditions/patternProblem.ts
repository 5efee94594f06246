import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';

/**
 * What is wrong with the pattern of `matches()`, if anything is. Patterns are
 * RE2's, whose time is linear in the text.
 */
export function patternProblem(pattern: string): string | undefined {
  try {
    const result = plan(
      celEnv(),
      parse(`''.matches(${JSON.stringify(pattern)})`),
    )();
    return isCelError(result)
      ? `invalid pattern: ${result.message}`
      : undefined;
  } catch (error) {
    return `invalid pattern: ${(error as Error).message}`;
  }
}
