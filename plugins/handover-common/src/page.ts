/**
 * One page of a list, and the cursor of the next one.
 *
 * @public
 */
export type Page<T> = { items: T[]; nextCursor?: string; totalItems: number };
