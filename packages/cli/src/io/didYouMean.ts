import { closest, distance } from 'fastest-levenshtein';

/** `, did you mean 'production'?`, or nothing where no name is near. */
export function didYouMean(name: string, names: readonly string[]): string {
  const nearest = names.length > 0 ? closest(name, [...names]) : undefined;
  return nearest !== undefined &&
    distance(name, nearest) <= Math.max(2, Math.floor(name.length / 3))
    ? `, did you mean '${nearest}'?`
    : '';
}
