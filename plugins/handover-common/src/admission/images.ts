import { parseImage } from '../kubernetes/images';
import { at, isRecord } from './isRecord';
import type { ImageChange } from './types';

/** What runs an image, and where its reference is. */
const SOURCES = [
  { list: 'initContainers', reference: ['image'] },
  { list: 'containers', reference: ['image'] },
  { list: 'volumes', reference: ['image', 'reference'] },
];

/** The references of the images in a pod template, by what runs them. */
function referencesOf(template: unknown): Map<string, string> {
  const found = new Map<string, string>();
  for (const { list, reference } of SOURCES) {
    const items = at(template, ['spec', list]);
    for (const item of Array.isArray(items) ? items : []) {
      const image = at(item, reference);
      if (isRecord(item) && typeof image === 'string' && image !== '') {
        found.set(`${list}/${item.name}`, image);
      }
    }
  }
  return found;
}

/** The images in a template that differ from those in the one before. */
export function changedImages(
  template: unknown,
  previous: unknown,
): ImageChange[] {
  const before = referencesOf(previous);
  return [...referencesOf(template)].flatMap(([key, reference]) => {
    const former = before.get(key);
    return former === reference
      ? []
      : {
          container: key.slice(key.indexOf('/') + 1),
          image: parseImage(reference),
          ...(former !== undefined && { previous: parseImage(former) }),
        };
  });
}
