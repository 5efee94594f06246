/**
 * The address of a source for a browser, if it has one.
 *
 * @param location - a location as the backend names it, `url:https://…` or `file:/…`
 * @param line - line to show, from 1; GitHub, GitLab and Gitea understand it
 */
export function sourceLink(
  location: string | undefined,
  line?: number,
): string | undefined {
  const url = location?.replace(/^url:/, '');
  if (!url || !/^https?:\/\//.test(url)) {
    return undefined;
  }
  return line === undefined ? url : `${url.replace(/#.*$/, '')}#L${line}`;
}

/** The display name of the file at a location. */
export function sourceName(location: string): string {
  const path = location.replace(/[?#].*$/, '').replace(/[/\\]+$/, '');
  return path.slice(
    Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1,
  );
}
