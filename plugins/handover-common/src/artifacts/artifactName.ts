import type { Artifact } from './Artifact';

/** The tag and digest that the reference of an image ends with. */
const TAG = /(:[^/:@]+)?(@sha\d+:[0-9a-f]+)?$/i;

/** The name of an artifact that all its versions have. */
export function nameOf(artifact: Artifact | undefined): string | undefined {
  return artifact?.name?.trim().toLowerCase().replace(TAG, '') || undefined;
}

/** Whether two artifacts have the same name, or one may have that of the other. */
export function isSameName(
  a: Artifact | undefined,
  b: Artifact | undefined,
): boolean {
  const [ofA, ofB] = [nameOf(a), nameOf(b)];
  return ofA === undefined || ofB === undefined || ofA === ofB;
}
