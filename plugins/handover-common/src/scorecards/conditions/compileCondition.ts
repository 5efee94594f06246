import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import type { JsonValue } from '../../documents/json';
import type { FactSchema } from '../facts/FactSchema';
import type { FactType, FactValues } from '../facts/types';
import { ConditionError } from './ConditionError';
import type { ParsedExpression } from './expression';
import { MAX_CONDITION_LENGTH, MAX_NESTING } from './limits';
import { type FactUse, TypeChecker } from './TypeChecker';

/** What a condition comes to for one entity. */
export type ConditionResult = boolean | { unknown: string };

/**
 * A condition that was checked against the facts that there are.
 *
 * @alpha
 */
export type Condition = {
  text: string;
  /** The facts that it names, each once, in the order in which it does. */
  uses: readonly FactUse[];
  evaluate(facts: FactValues): ConditionResult;
};

/**
 * Compiles a condition in CEL (https://cel.dev). Of the language there are
 * facts, constants, lists, operators, `size`, the functions of texts and the
 * macros `all`, `exists`, `exists_one`, `filter` and `map`.
 *
 * A fact that is missing makes the condition unknown, unless the rest decides
 * it: `false && missing` is false, `true || missing` is true.
 *
 * @throws ConditionError
 *
 * @alpha
 */
export function compileCondition(text: string, schema: FactSchema): Condition {
  checkShape(text);
  const parsed = parseCondition(text);
  const checker = new TypeChecker(schema, parsed);
  checker.checkCondition(parsed.expr);
  const uses = withoutRepetition(checker.uses);
  const facts = [...new Set(uses.map(({ fact }) => fact))].map(name => {
    const [namespace, field] = name.split('.');
    return { name, namespace, field, type: schema.find(name)!.type };
  });
  const run = planCondition(parsed);

  return {
    text,
    uses,
    evaluate(values) {
      const missing: string[] = [];
      const bindings: Record<string, Map<string, CelInput>> = {};
      for (const { name, namespace, field, type } of facts) {
        bindings[namespace] ??= new Map();
        const fact = values.get(name) ?? { missing: 'nothing provides it' };
        if ('missing' in fact) {
          missing.push(`${name}: ${fact.missing}`);
        } else {
          bindings[namespace].set(field, toCel(type, fact.value));
        }
      }
      const result = run(bindings);
      if (typeof result === 'boolean') {
        return result;
      }
      return {
        unknown:
          missing.length > 0
            ? missing.join('; ')
            : `cannot be computed: ${messageOf(result)}`,
      };
    },
  };
}

/** Length and nesting, before the parser sees the text. */
function checkShape(text: string): void {
  if (text.length > MAX_CONDITION_LENGTH) {
    throw new ConditionError(
      `is longer than ${MAX_CONDITION_LENGTH} characters`,
      MAX_CONDITION_LENGTH,
    );
  }
  let depth = 0;
  for (const [offset, character] of [...text].entries()) {
    if ('([{'.includes(character)) {
      depth += 1;
    } else if (')]}'.includes(character)) {
      depth -= 1;
    }
    if (depth > MAX_NESTING) {
      throw new ConditionError(
        `has more than ${MAX_NESTING} brackets inside each other`,
        offset,
      );
    }
  }
}

function parseCondition(text: string): ParsedExpression {
  try {
    return parse(text);
  } catch (error) {
    const { message } = error as Error;
    const [, line, column, rest] =
      /^<input>:(\d+):(\d+): (.*)$/s.exec(message) ?? [];
    if (rest === undefined) {
      throw new ConditionError('cannot be read', 0);
    }
    const before = text.split('\n').slice(0, Number(line) - 1);
    throw new ConditionError(
      `is not CEL: ${rest}`,
      before.reduce((sum, each) => sum + each.length + 1, Number(column) - 1),
    );
  }
}

type CelInput = string | bigint | number | boolean | CelInput[] | CelMap;
type CelMap = Map<string, CelInput>;

function planCondition(parsed: ParsedExpression) {
  try {
    return plan(celEnv(), parsed);
  } catch (error) {
    throw new ConditionError(`is not CEL: ${(error as Error).message}`, 0);
  }
}

/** CEL tells whole numbers from others by their JavaScript type. */
function toCel(type: FactType, value: JsonValue): CelInput {
  switch (type.kind) {
    case 'int':
      return BigInt(value as number);
    case 'list':
      return (value as JsonValue[]).map(each => toCel(type.of, each));
    case 'map':
      return new Map(
        Object.entries(value as object).map(([key, each]) => [
          key,
          toCel(type.of, each),
        ]),
      );
    default:
      return value as string | number | boolean;
  }
}

function messageOf(result: unknown): string {
  return isCelError(result) ? result.message : 'it is not true or false';
}

function withoutRepetition(uses: readonly FactUse[]): FactUse[] {
  return [...new Map(uses.map(use => [JSON.stringify(use), use])).values()];
}
