/**
 * Does a path match a pattern with `*` and `**`? Takes at most a step for each
 * character of one with each character of the other, whatever they are.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  const parts = pattern.match(/\*\*\/?|\*|[^*]/g) ?? [];
  // How many characters of the path the parts so far can have matched.
  let ends = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    if (part.startsWith('*')) {
      for (const start of ends) {
        let end = start;
        next.add(end);
        while (end < path.length && (part !== '*' || path[end] !== '/')) {
          end += 1;
          // From here, it was followed before.
          if (next.has(end)) {
            break;
          }
          next.add(end);
        }
      }
    } else {
      for (const start of ends) {
        if (path[start] === part) {
          next.add(start + 1);
        }
      }
    }
    ends = next;
  }
  return ends.has(path.length);
}
