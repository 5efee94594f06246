/** `user:default/ada` as "ada"; other namespaces and kinds are kept. */
export function personName(ref: string): string {
  return ref.replace(/^user:default\//, '');
}
