import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';

const EXAMPLES = path.resolve(__dirname, '../../examples/services');

/** Complete documents of different sizes, with windows in several zones. */
const NAMES = [
  'order-processing',
  'order-management',
  'payments-gateway',
  'fulfilment-dispatch',
];

/**
 * Writes many documents, each in a folder of its own, made from the examples and
 * about another entity each. Returns their paths.
 *
 * They are quoted so that readers of YAML 1.1, which ajv-cli has, take dates for
 * the texts that they are.
 */
export async function writeDocuments(
  folder: string,
  count: number,
): Promise<string[]> {
  const models = await Promise.all(
    NAMES.map(async (name): Promise<Record<string, object>> => {
      const file = path.join(EXAMPLES, name, 'handover.yaml');
      return parse(await readFile(file, 'utf8'));
    }),
  );
  const files: string[] = [];
  for (let i = 0; i < count; i++) {
    const document = models[i % models.length];
    const text = stringify(
      {
        ...document,
        metadata: {
          ...document.metadata,
          entityRef: `component:default/service-${i}`,
        },
      },
      { schema: 'yaml-1.1', aliasDuplicateObjects: false },
    );
    const file = path.join(folder, `service-${i}`, 'handover.yaml');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    files.push(file);
  }
  return files;
}
