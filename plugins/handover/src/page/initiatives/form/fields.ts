import type { InitiativeDraft } from './draft';
import type { InitiativeField } from './fieldErrors';

/** Of every part of the form. */
export type FieldsProps = {
  draft: InitiativeDraft;
  /** What the backend says is wrong. */
  errors: Partial<Record<InitiativeField, string>>;
  onChange: (change: Partial<InitiativeDraft>) => void;
};

/** What stands below a field: what is wrong with it, or else what it is for. */
export function helpOf(
  error: string | undefined,
  help?: string,
): { error: boolean; helperText: string | undefined } {
  return { error: error !== undefined, helperText: error ?? help };
}
