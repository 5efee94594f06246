// Generates what is derived from src/api/openapi.yaml: its types, and the
// document itself as a module. With --check nothing is written; the exit code
// says whether the generated files are current.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';

const api = new URL('../src/api/', import.meta.url);
const notice =
  '// Generated from openapi.yaml by `yarn generate`. Do not edit.\n\n';

const source = await readFile(new URL('openapi.yaml', api), 'utf8');
const document = parse(source, { merge: true });
const types = astToString(await openapiTS(document, { alphabetize: false }));

const config = await prettier.resolveConfig(
  new URL('openapi.yaml', api).pathname,
);
const format = text =>
  prettier.format(text, { ...config, parser: 'typescript' });
const files = {
  'generated/schema.ts': await format(`${notice}${types}`),
  'generated/openapi.ts': await format(
    `${notice}import type { OpenApiDocument } from '../OpenApiDocument';\n\n` +
      `/** The OpenAPI 3.1 document of the HTTP API. */\n` +
      `export const openapi: OpenApiDocument = ${JSON.stringify(document)};\n`,
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
    `Not current: ${stale.join(
      ', ',
    )}. Run \`yarn generate\` in plugins/handover-common.`,
  );
  process.exit(1);
}
