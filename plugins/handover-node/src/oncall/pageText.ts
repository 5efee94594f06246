import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { OnCallPageOptions } from './OnCallProvider';

/**
 * What the text of a page is made of.
 *
 * @public
 */
export type PageText = Pick<
  OnCallPageOptions,
  'entity' | 'message' | 'requestedBy' | 'link'
>;

/**
 * Returns the title of a page on one line: the entity, and the beginning of the
 * message.
 *
 * @public
 */
export function pageTitle(
  { entity, message }: PageText,
  options: { maxLength: number },
): string {
  const title = `${nameOf(entity)}: ${message}`.replace(/\s+/g, ' ').trim();
  if (title.length <= options.maxLength) {
    return title;
  }
  // Half of a character beyond the BMP, such as an emoji, is none.
  const start = title
    .slice(0, options.maxLength - 1)
    .replace(/[\uD800-\uDBFF]$/, '');
  return `${start}…`;
}

/**
 * Returns the whole message of a page, with who sent it, for which entity, and
 * the address of its Handover tab.
 *
 * @public
 */
export function pageDetails(page: PageText): string {
  const { entity, message, requestedBy, link } = page;
  return [
    message,
    '',
    `Sent from Backstage by ${requestedBy} for ${stringifyEntityRef(entity)}.`,
    ...(link === undefined ? [] : [`Handover: ${link}`]),
  ].join('\n');
}

function nameOf({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}
