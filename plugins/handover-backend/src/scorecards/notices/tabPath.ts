import { parseEntityRef } from '@backstage/catalog-model';

/** The path in the portal of a part of an entity's Handover tab. */
export function tabPath(entityRef: string, part: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}/handover#${part}`;
}
