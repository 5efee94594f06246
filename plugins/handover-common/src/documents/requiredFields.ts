import { SECTIONS } from './registry/registry';
import type { SectionKey } from './sections';

/**
 * A field that a section needs in order to be covered.
 *
 * `path` is relative to the section. `items[].fix` means that the list is not
 * empty and each of its items has a `fix`. It counts as one field however long
 * the list is, so that describing one more failure never makes a document look
 * worse than leaving it out.
 *
 * @alpha
 */
export type RequiredField = {
  path: string;
  /** Why it matters to a new owner, in one sentence. */
  why: string;
};

type RequiredFields = Record<SectionKey, readonly RequiredField[]>;

function collect(): RequiredFields {
  const fields: Partial<RequiredFields> = Object.fromEntries(
    SECTIONS.map(section => [
      section.key,
      section.fields.flatMap(({ path, required, why }) =>
        required && why !== undefined ? [{ path, why }] : [],
      ),
    ]),
  );
  // The registry has every section.
  return fields as RequiredFields;
}

/**
 * The required fields of every section. Coverage counts exactly these fields.
 *
 * @alpha
 */
export const REQUIRED_FIELDS: Record<SectionKey, readonly RequiredField[]> =
  /* @__PURE__ */ collect();
