/** What the page showed, under a name. */
export type SavedView = {
  /** Unique. */
  name: string;
  /** The parameters of the address. */
  search: string;
};

/** Characters of a name. */
export const MAX_NAME = 100;

/** Views that a user can have. */
export const MAX_VIEWS = 50;

export function isSavedViews(value: unknown): value is SavedView[] {
  return Array.isArray(value) && value.every(isSavedView);
}

function isSavedView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { name, search } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof search === 'string';
}
