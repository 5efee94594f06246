import { webUrl } from '@backstage-handover/plugin-handover-node';

/** Of a name from another system. */
const MAX_NAME = 200;

/** Of a link in a decision. */
const MAX_LINK = 2_000;

/** A name from another system, short enough for a reason. */
export function quoted(name: string): string {
  return `'${name.slice(0, MAX_NAME)}'`;
}

/** Why the data of a provider doesn't count. */
export function isOutdated(title: string): string {
  return `The data of ${title} is outdated, because it doesn't apply to the service any more.`;
}

/** A link from another system, or nothing if a decision cannot have it. */
export function linked(url: string | undefined): { link?: string } {
  const link = webUrl(url);
  return link !== undefined && link.length <= MAX_LINK ? { link } : {};
}
