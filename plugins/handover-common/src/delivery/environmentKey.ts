/**
 * What two names of an environment have in common where they mean the same one:
 * `Production` of a pipeline is `production` of a document.
 */
export function environmentKey(name: string): string {
  return name.toLowerCase();
}
