// Merges the OpenAPI files in src/api/openapi and generates what is derived
// from them: their types, and the merged document as a module and as YAML. With --check
// nothing is written and the exit code is 1 if the generated files are out of
// date.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, stringToAST } from 'openapi-typescript';
import prettier from 'prettier';
import { parse, stringify } from 'yaml';
import { mergeOpenApi } from './mergeOpenApi.mjs';

const api = new URL('../src/api/', import.meta.url);
const sources = new URL('openapi/', api);
const notice =
  '// Generated from the files in ../openapi by `yarn generate`. Do not edit.\n\n';

/** The file with the fields of the whole document; the others follow by name. */
const ROOT = 'api.yaml';

const names = (await readdir(sources))
  .filter(name => name.endsWith('.yaml'))
  .sort((a, b) => (b === ROOT) - (a === ROOT) || a.localeCompare(b, 'en'));
const document = mergeOpenApi(
  await Promise.all(
    names.map(async name => ({
      name,
      document: parse(await readFile(new URL(name, sources), 'utf8'), {
        merge: true,
      }),
    })),
  ),
);

/**
 * Names the type of a schema instead of deriving it from its properties, as in
 * `../../documents/schema#HandoverDocument`. Stays out of the merged document.
 */
const TYPE_EXTENSION = 'x-typescript-type';

const imports = new Map();
const types = astToString(
  await openapiTS(document, {
    alphabetize: false,
    transform(schema) {
      const reference = schema[TYPE_EXTENSION];
      if (!reference) {
        return undefined;
      }
      const [module, type] = reference.split('#');
      const [name] = type.match(/^\w+/);
      imports.set(name, `import type { ${name} } from '${module}';\n`);
      return stringToAST(`type _ = ${type};`)[0].type;
    },
  }),
);

const withoutTypes = (key, value) =>
  key === TYPE_EXTENSION ? undefined : value;

const config = await prettier.resolveConfig(
  new URL('generated/schema.ts', api).pathname,
);
const format = text =>
  prettier.format(text, { ...config, parser: 'typescript' });
const files = {
  'generated/schema.ts': await format(
    `${notice}${[...imports.values()].join('')}\n${types}`,
  ),
  'generated/openapi.ts': await format(
    `${notice}import type { OpenApiDocument } from '../OpenApiDocument';\n\n` +
      `/**\n * The OpenAPI 3.1 document of the HTTP API.\n *\n * @alpha\n */\n` +
      `export const openapi: OpenApiDocument = ${JSON.stringify(
        document,
        withoutTypes,
      )};\n`,
  ),
  // For readers of the catalog and of the repository.
  'generated/openapi.yaml': await prettier.format(
    `${notice.replace('//', '#')}${stringify(
      JSON.parse(JSON.stringify(document, withoutTypes)),
      { aliasDuplicateObjects: false },
    )}`,
    { ...config, parser: 'yaml' },
  ),
};

const stale = [];
for (const [name, content] of Object.entries(files)) {
  const url = new URL(name, api);
  const current = await readFile(url, 'utf8').catch(() => '');
  if (current !== content) {
    stale.push(name);
    if (!process.argv.includes('--check')) {
      await writeFile(url, content);
    }
  }
}
if (stale.length > 0 && process.argv.includes('--check')) {
  console.error(
    `Out of date: ${stale.join(
      ', ',
    )}. Run \`yarn generate\` in plugins/handover-common.`,
  );
  process.exit(1);
}
