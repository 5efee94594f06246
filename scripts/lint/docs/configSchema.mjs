import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfigSchema } from '@backstage/config-loader';
import { parse } from 'yaml';
import { listPackages } from './packages.mjs';
import { rootDir } from '../../lib/paths.mjs';

/**
 * Keys of packages that this repository does not install. Their documentation
 * describes them.
 */
const ELSEWHERE = ['events.modules'];

/** The schema of the configuration of all packages. */
export async function readConfigSchema() {
  const schema = await loadConfigSchema({
    dependencies: listPackages().map(({ name }) => name),
    packagePaths: [path.join(rootDir, 'package.json')],
  });
  const { schemas } = schema.serialize();
  // A page shows a part of a configuration, and the schema asks for a whole one.
  const base = {
    context: 'app-config.yaml',
    data: parse(readFileSync(path.join(rootDir, 'app-config.yaml'), 'utf8')),
  };
  return {
    /** Top-level keys that are declared. */
    roots: new Set(
      schemas.flatMap(({ value }) => Object.keys(value.properties ?? {})),
    ),
    /** What is wrong with a configuration. */
    check(data, context = 'example') {
      const problems = unknownKeys(
        data,
        schemas.map(({ value }) => value),
      ).map(key => `unknown configuration key '${key}'`);
      try {
        schema.process([base, { context, data }]);
      } catch (error) {
        problems.push(error.message);
      }
      return problems;
    },
  };
}

const COMPOSED = ['allOf', 'anyOf', 'oneOf'];

/** A schema, and the alternatives that it consists of. */
function flatten(schema) {
  return [
    schema,
    ...COMPOSED.flatMap(key => schema[key] ?? []).flatMap(flatten),
  ];
}

/** The schemas of the value below a key. An empty schema takes anything. */
function below(schemas, key) {
  return schemas.flatMap(flatten).flatMap(schema => {
    if (schema.properties?.[key]) {
      return [schema.properties[key]];
    }
    const { additionalProperties: more, properties, type } = schema;
    if (typeof more === 'object') {
      return [more];
    }
    const isOpen = more === true || (type === 'object' && !properties);
    return isOpen || Object.keys(schema).length === 0 ? [{}] : [];
  });
}

function unknownKeys(value, schemas, prefix = '') {
  if (Array.isArray(value)) {
    const items = schemas
      .flatMap(flatten)
      .flatMap(schema => (Object.keys(schema).length ? schema.items ?? [] : {}))
      .flat();
    return value.flatMap(each => unknownKeys(each, items, prefix));
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, child]) => {
    const key = prefix + name;
    if (ELSEWHERE.includes(key)) {
      return [];
    }
    const known = below(schemas, name);
    return known.length === 0
      ? [key]
      : unknownKeys(
          child,
          known,
          Array.isArray(child) ? `${key}[].` : `${key}.`,
        );
  });
}
