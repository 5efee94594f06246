const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
];

/**
 * Merges the OpenAPI files of the domains into one document. Each part is
 * `{ name, document }`; exactly one of them has the root fields (`openapi`,
 * `info`, …), the others have only `paths` and `components`.
 *
 * Throws an error that lists every path, operation ID and component that two
 * files describe, and every reference to a component that no file describes.
 */
export function mergeOpenApi(parts) {
  const problems = [];
  const owners = new Map();
  const claim = (what, file) => {
    const owner = owners.get(what);
    if (owner) {
      problems.push(`${what} is described in both ${owner} and ${file}`);
    }
    owners.set(what, owner ?? file);
    return !owner;
  };

  const merged = {};
  const paths = {};
  const components = {};
  for (const { name: file, document } of parts) {
    const { paths: ownPaths, components: ownComponents, ...root } = document;
    for (const [field, value] of Object.entries(root)) {
      if (claim(`The field '${field}'`, file)) {
        merged[field] = value;
      }
    }
    for (const [path, item] of Object.entries(ownPaths ?? {})) {
      // Two templates that differ only in the names of their parameters match the same requests.
      const shape = path.replace(/\{[^}]*\}/g, '{}');
      if (claim(`The path '${shape}'`, file)) {
        paths[path] = item;
      }
      for (const [method, operation] of operationsOf(item)) {
        if (operation.operationId) {
          claim(`The operation '${operation.operationId}'`, file);
        } else {
          problems.push(`${method} ${path} in ${file} has no operationId`);
        }
      }
    }
    for (const [kind, byName] of Object.entries(ownComponents ?? {})) {
      components[kind] ??= {};
      for (const [name, component] of Object.entries(byName)) {
        if (claim(`The component '${kind}/${name}'`, file)) {
          components[kind][name] = component;
        }
      }
    }
  }

  const document = { ...merged, paths, components };
  for (const reference of new Set(referencesOf(document))) {
    if (!resolves(reference, document)) {
      problems.push(`No file describes '${reference}'`);
    }
  }
  if (problems.length > 0) {
    throw new Error(
      ['The OpenAPI files cannot be merged:', ...problems].join('\n  '),
    );
  }
  return document;
}

/** The operations of a path item, as `[method, operation]`. */
function operationsOf(item) {
  return Object.entries(item).filter(([method]) => METHODS.includes(method));
}

function* referencesOf(value) {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (typeof value.$ref === 'string') {
    yield value.$ref;
  }
  for (const child of Object.values(value)) {
    yield* referencesOf(child);
  }
}

function resolves(reference, document) {
  if (!reference.startsWith('#/')) {
    return false;
  }
  let value = document;
  for (const segment of reference.slice(2).split('/')) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!Object.hasOwn(value ?? {}, key)) {
      return false;
    }
    value = value[key];
  }
  return true;
}
