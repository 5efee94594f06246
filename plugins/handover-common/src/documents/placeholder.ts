const START = String.raw`^[\s"'\x60*_([<{#-]*`;

/** Marks that programmers leave, in capitals. */
const MARK = new RegExp(
  String.raw`${START}(?:TODO|TBD|TBA|TBC|FIXME|XXX|WIP)\b`,
);

/** What people write where they mean to write something later. */
const WORDS = new RegExp(
  String.raw`${START}(?:(?:to-?do|tbd|tba|tbc|fixme|wip|placeholder|work in progress)[\s*_)\]>}]*(?:$|[:.,;!-])|lorem ipsum|coming soon|fill (?:me |this )?in\b|(?:is |has )?(?:still |yet )?to be (?:written|documented|described|filled in|determined|announced|confirmed)\b|not (?:yet )?(?:written|documented|described)\b)`,
  'i',
);

/** Nothing but signs: `...`, `-`, `???`. */
const SIGNS = /^[\s\p{P}\p{S}]*$/u;

/** Does a text only say that something is still to be written? */
export function isPlaceholder(text: string): boolean {
  return SIGNS.test(text) || MARK.test(text) || WORDS.test(text);
}

/**
 * Does a value say something that its reader can use? Unlike a value that is
 * filled, it is more than a note that something is still to be written.
 */
export function isWritten(value: unknown): boolean {
  if (typeof value === 'string') {
    return !isPlaceholder(value);
  }
  if (Array.isArray(value)) {
    return value.some(isWritten);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).some(isWritten);
  }
  return value !== undefined && value !== null;
}
