import type { OpenApiDocument } from '@backstage-handover/plugin-handover-common/api';

/** A copy of the description with one path and the components that it refers to. */
export function describePath(
  document: OpenApiDocument,
  template: string,
): OpenApiDocument {
  const paths = { [template]: document.paths[template] };
  const components: Record<string, Record<string, unknown>> = {};
  const pending: unknown[] = [paths];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    pending.push(...Object.values(value));
    const [, group, name] =
      /^#\/components\/(\w+)\/(.+)$/.exec(
        String((value as { $ref?: unknown }).$ref),
      ) ?? [];
    if (group && !components[group]?.[name]) {
      const component = document.components[group]?.[name];
      if (!component) {
        throw new Error(`There is no '#/components/${group}/${name}'`);
      }
      components[group] = { ...components[group], [name]: component };
      pending.push(component);
    }
  }
  return structuredClone({ ...document, paths, components });
}
