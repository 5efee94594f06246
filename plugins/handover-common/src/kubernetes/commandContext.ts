import { joinLines } from './documentedTargets';
import { CODE } from './fillPlaceholders';

/** A command of kubectl, up to where the shell begins the next one. */
const KUBECTL = /\bkubectl[ \t]+[^\n;|&]+/g;
const NAMES_CONTEXT = /--context(?:=|\s)/;

/** These are not about a cluster. */
const LOCAL = /^kubectl\s+(?:config|completion|help)\b/;
const SWITCHES = /\bkubectl\s+config\s+use-context\b/;

/**
 * Whether a shell command runs kubectl in whatever context is current: it
 * neither names a context nor switches to one.
 *
 * @alpha
 */
export function usesCurrentContext(command: string): boolean {
  const text = joinLines(command);
  return (
    !SWITCHES.test(text) &&
    (text.match(KUBECTL) ?? []).some(
      each => !NAMES_CONTEXT.test(each) && !LOCAL.test(each),
    )
  );
}

/**
 * Whether the commands in the code of a Markdown text use the current context
 * of kubectl.
 *
 * @alpha
 */
export function codeUsesCurrentContext(markdown: string): boolean {
  return usesCurrentContext(
    (markdown.match(CODE) ?? [])
      .map(code => code.replace(/^(`+|~+)|(`+|~+)$/g, ''))
      .join('\n'),
  );
}
