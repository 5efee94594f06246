import { ConflictError, InputError } from '@backstage/errors';
import { changeValue } from './changes/changeValue';
import { decompose, type Edit } from './changes/decompose';
import { resolvePath, valueAt } from './changes/resolvePath';
import { sameContent } from './changes/sameContent';
import type { FieldChange } from './changes/types';
import { editText } from './changes/yaml/edit';
import type { Manner } from './changes/yaml/replaceValue';
import {
  frameOf,
  readEditable,
  type Editable,
  type Frame,
} from './changes/yaml/source';
import type { JsonValue } from './json';
import { formatPath, type PathSegments } from './path';

/** How to write an edit, from the best style to the one that always works. */
const MANNERS: readonly Manner[] = [
  { ends: 'content', asJson: false },
  { ends: 'token', asJson: false },
  { ends: 'content', asJson: true },
  { ends: 'token', asJson: true },
];

/**
 * Changes fields of a `handover.yaml` in its text. Lines outside the changed
 * fields stay the same, byte for byte: comments, order, quotes, line breaks and
 * anchors survive. New values are written in the style around them.
 *
 * Throws if the result isn't exactly the changed document. To change a value
 * behind an alias, the alias is replaced by the changed value; other places that
 * use the alias don't change. Line breaks at the end of a text don't count.
 *
 * @throws InputError if the text cannot be read, or there is nothing to change
 * @throws ConflictError if a change would also change another place, through an
 *   alias
 *
 * @alpha
 */
export function applyChanges(
  text: string,
  changes: readonly FieldChange[],
): string {
  const frame = frameOf(text);
  let current = readEditable(text, frame);
  let isChanged = false;
  for (const change of changes) {
    for (const edit of editsOf(current.value, change)) {
      current = applyEdit(frame, current, edit);
      isChanged = true;
    }
  }
  return isChanged ? frame.close(current.text) : text;
}

/** The edits for a change. None if the text already has this content. */
function editsOf(value: JsonValue, change: FieldChange): Edit[] {
  const path = resolvePath(value, change.path);
  // Refuses what cannot be changed, before anything is written.
  const after = changeValue(value, change);
  switch (change.kind) {
    case 'set':
      return decompose(value, path, change.value);
    case 'insert':
      return [{ ...change, path, at: change.at ?? lengthAt(after, path) - 1 }];
    case 'move':
      return path.at(-1) === change.to ? [] : [{ ...change, path }];
    default:
      return [{ ...change, path }];
  }
}

function lengthAt(value: JsonValue, path: PathSegments): number {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list.length : 0;
}

/** Makes one edit, and proves that the result is correct. */
function applyEdit(frame: Frame, current: Editable, edit: Edit): Editable {
  const expected = changeValue(current.value, edit);
  let failure: unknown;
  for (const manner of MANNERS) {
    const text = frame.close(editText(current, edit, manner));
    try {
      const edited = readEditable(text, frame);
      if (sameContent(edited.value, expected)) {
        return edited;
      }
    } catch (error) {
      failure = error;
    }
  }
  if (edit.kind === 'move') {
    throw new ConflictError(
      `Cannot move '${formatPath(
        edit.path,
      )}': an item that it moves past shares a YAML anchor with it`,
      failure,
    );
  }
  throw new InputError(
    `Cannot change '${formatPath(edit.path)}' in this document`,
    failure,
  );
}
