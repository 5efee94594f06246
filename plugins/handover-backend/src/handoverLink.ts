import { parseEntityRef } from '@backstage/catalog-model';

/**
 * The address of the Handover tab of an entity, or of one of its parts.
 * Undefined if the address of the portal isn't configured.
 *
 * @param part - What follows `#` in the address.
 */
export function handoverLink(
  entityRef: string,
  options: { appBaseUrl?: string; part?: string },
): string | undefined {
  const { appBaseUrl, part } = options;
  if (appBaseUrl === undefined) {
    return undefined;
  }
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const tab = `${appBaseUrl.replace(
    /\/+$/,
    '',
  )}/catalog/${namespace}/${kind}/${name}/handover`;
  return part === undefined ? tab : `${tab}#${part}`;
}
