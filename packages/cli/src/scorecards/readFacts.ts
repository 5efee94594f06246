import {
  type FactDefinition,
  factSchema,
  FactSchema,
  type FactType,
} from '@backstage-handover/plugin-handover-common/scorecards';
import { CommandError } from '../io/CommandError';
import { displayName } from '../io/names';
import { readText } from '../io/readText';

const KINDS: readonly FactType['kind'][] = [
  'bool',
  'int',
  'double',
  'string',
  'list',
  'map',
];

/**
 * The facts that conditions can name: those that come with Handover, or all of a
 * portal from a file with the answer of `GET /api/handover/scorecards/facts`.
 * Throws a CommandError that says what is wrong with the file.
 */
export async function readFacts(file: string | undefined): Promise<FactSchema> {
  if (file === undefined) {
    return factSchema();
  }
  const refuse = (reason: string) =>
    new CommandError(
      `cannot read facts from '${displayName(file)}': ${reason}`,
      {
        hint: 'Save the answer of GET /api/handover/scorecards/facts of your portal.',
      },
    );
  const text = await readText(file);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw refuse(`it is not valid JSON: ${(error as Error).message}`);
  }
  const items = (answer as { items?: unknown } | null)?.items;
  if (!Array.isArray(items) || items.length === 0) {
    throw refuse("there is no list 'items'");
  }
  const wrong = items.findIndex(item => !isFact(item));
  if (wrong >= 0) {
    throw refuse(
      `items[${wrong}] is not a fact with a name, a type and a basis`,
    );
  }
  try {
    return FactSchema.of(items as FactDefinition[]);
  } catch (error) {
    throw refuse((error as Error).message);
  }
}

function isFact(item: unknown): item is FactDefinition {
  const { name, type, basis } = (item ?? {}) as Partial<FactDefinition>;
  return (
    typeof name === 'string' &&
    isType(type) &&
    (basis === 'declared' || basis === 'observed')
  );
}

function isType(type: unknown): type is FactType {
  const { kind, of } = (type ?? {}) as { kind?: never; of?: unknown };
  return (
    kind !== undefined &&
    KINDS.includes(kind) &&
    (!['list', 'map'].includes(kind) || isType(of))
  );
}
