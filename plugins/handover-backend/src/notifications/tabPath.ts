import { parseEntityRef } from '@backstage/catalog-model';

/** The path in the portal of an entity's Handover tab, or of a part of it. */
export function tabPath(entityRef: string, part?: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = `/catalog/${namespace}/${kind}/${name}/handover`;
  return part ? `${path}#${part}` : path;
}
