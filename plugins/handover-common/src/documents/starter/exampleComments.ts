import { isPair, isScalar, visit } from 'yaml';
import type { Document } from 'yaml';
import { fieldPlace } from '../registry/fieldPlace';
import type { PartKey } from '../registry/types';
import { toYaml } from '../serialize';

/**
 * The example fields of a section that it does not have yet, as comments that
 * are valid when they are uncommented.
 */
export function exampleComments(
  part: PartKey,
  examples: object,
  content: object,
): string[] {
  const absent = Object.entries(examples).filter(
    ([field]) => !Object.hasOwn(content, field),
  );
  if (absent.length === 0) {
    return [];
  }
  return toYaml(Object.fromEntries(absent), yaml => nameOptions(yaml, part))
    .trimEnd()
    .split('\n')
    .map(line => `  # ${line}`.trimEnd());
}

/** Puts the values that a field chooses from behind its example. */
function nameOptions(yaml: Document, part: PartKey) {
  visit(yaml, {
    Scalar(key, node, ancestors) {
      if (key !== 'value') {
        return;
      }
      const [first, ...rest] = ancestors.flatMap(each =>
        isPair(each) && isScalar(each.key) ? [String(each.key.value)] : [],
      );
      const { options } = rest.reduce(
        (place, field) => place.field(field),
        fieldPlace(part, first),
      );
      if (options.length > 0) {
        node.comment = ` ${options.join(', ')}`;
      }
    },
  });
}
