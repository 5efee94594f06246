/** Longest name: what a Kubernetes label and a DNS name can hold (RFC 1123). */
const MAX_LENGTH = 63;

/** Words of lower case letters and digits between hyphens; never a path. */
export function isServiceName(name: string): boolean {
  return (
    name.length <= MAX_LENGTH && /^[a-z]([a-z0-9]|-(?=[a-z0-9]))*$/.test(name)
  );
}
