/**
 * A location in the form in which it is looked up: hosts, owners and
 * repositories are the same in any case.
 */
export function toLocationKey(location: string | undefined): string | null {
  return location?.toLocaleLowerCase('en-US') ?? null;
}
