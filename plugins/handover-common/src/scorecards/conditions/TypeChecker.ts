import { MAX_LIST_ITEMS } from '../../documents/limits';
import { didYouMean } from '../../text/nearest';
import type { FactSchema } from '../facts/FactSchema';
import { ConditionError } from './ConditionError';
import type { Expression, ExpressionOf, ParsedExpression } from './expression';
import {
  type Checked,
  FUNCTIONS,
  MACROS,
  METHODS,
  NOT_STRICTLY_FALSE,
  OPERATORS,
} from './functions';
import { MAX_COST } from './limits';
import { patternProblem } from './patternProblem';
import { BOOL, DOUBLE, INT, STRING, join, typeName } from './types';
import type { ValueType } from './types';

/** A fact that a condition names, and the keys that it reads of a mapping. */
export type FactUse = { fact: string; keys: string[] };

type Part = Checked & {
  /** Set where the part is a fact, or one value of a fact that is a mapping. */
  use?: FactUse;
  /** The texts that are written out, in a constant or in a list of them. */
  texts?: { text: string; at: Expression }[];
};

type Scope = ReadonlyMap<string, Checked>;

/**
 * Determines the types of all parts of a condition, what it costs at most, and
 * which facts it names. CEL is checked here and not by its library, because
 * facts have types that say more: the texts and keys that there can be.
 */
export class TypeChecker {
  readonly uses: FactUse[] = [];
  readonly #schema: FactSchema;
  readonly #positions: { [id: string]: number };

  constructor(schema: FactSchema, parsed: ParsedExpression) {
    this.#schema = schema;
    this.#positions = parsed.sourceInfo?.positions ?? {};
  }

  /** @throws ConditionError at the first part that is wrong */
  checkCondition(expression: Expression): void {
    const { type, cost } = this.#check(expression, new Map());
    if (type.kind !== 'bool') {
      throw this.#error(
        expression,
        `must come to true or false, not to ${typeName(type)}`,
      );
    }
    if (cost > MAX_COST) {
      throw this.#error(
        expression,
        `takes too many steps (${cost.toLocaleString(
          'en-US',
        )}, at most ${MAX_COST.toLocaleString(
          'en-US',
        )}); do not walk lists inside each other`,
      );
    }
  }

  #error(at: Expression, message: string): ConditionError {
    return new ConditionError(message, this.#positions[String(at.id)] ?? 0);
  }

  #check(expression: Expression, scope: Scope): Part {
    const { exprKind } = expression;
    switch (exprKind.case) {
      case 'constExpr':
        return this.#constant(expression, exprKind.value);
      case 'identExpr':
        return this.#variable(expression, exprKind.value.name, scope);
      case 'selectExpr':
        return this.#select(expression, exprKind.value, scope);
      case 'listExpr':
        return this.#list(expression, exprKind.value, scope);
      case 'callExpr':
        return this.#call(expression, exprKind.value, scope);
      case 'comprehensionExpr':
        return this.#walk(expression, exprKind.value, scope);
      default:
        throw this.#error(expression, 'a condition cannot make mappings');
    }
  }

  #constant(at: Expression, constant: ExpressionOf<'constExpr'>): Part {
    const { constantKind } = constant;
    const of = (type: ValueType) => ({ type, cost: 0, size: 1 });
    switch (constantKind.case) {
      case 'boolValue':
        return of(BOOL);
      case 'int64Value':
        return of(INT);
      case 'doubleValue':
        return of(DOUBLE);
      case 'stringValue':
        return { ...of(STRING), texts: [{ text: constantKind.value, at }] };
      default:
        throw this.#error(
          at,
          'only true, false, numbers and texts can be written out; a fact that is missing makes the check unknown by itself',
        );
    }
  }

  #variable(at: Expression, name: string, scope: Scope): Part {
    const variable = scope.get(name);
    if (variable) {
      return variable;
    }
    throw this.#error(
      at,
      this.#schema.hasNamespace(name)
        ? `'${name}' is a namespace: name one of its facts`
        : this.#schema.unknownNamespace(name),
    );
  }

  #select(
    at: Expression,
    { operand, field, testOnly }: ExpressionOf<'selectExpr'>,
    scope: Scope,
  ): Part {
    if (testOnly) {
      throw this.#error(
        at,
        'has() is not allowed: a fact that is missing makes the check unknown by itself',
      );
    }
    const from = operand!.exprKind;
    if (
      from.case === 'identExpr' &&
      !scope.has(from.value.name) &&
      this.#schema.hasNamespace(from.value.name)
    ) {
      return this.#fact(at, from.value.name, field);
    }
    const mapping = this.#check(operand!, scope);
    if (mapping.type.kind !== 'map') {
      throw this.#error(
        at,
        `'.${field}' needs a mapping, not ${typeName(mapping.type)}`,
      );
    }
    return this.#valueOf(at, mapping, field);
  }

  #fact(at: Expression, namespace: string, field: string): Part {
    const fact = this.#schema.find(`${namespace}.${field}`);
    if (!fact) {
      throw this.#error(at, this.#schema.unknownFact(namespace, field));
    }
    const use = { fact: fact.name, keys: [] };
    this.uses.push(use);
    return { type: fact.type, cost: 1, size: MAX_LIST_ITEMS, use };
  }

  /** The value of a mapping for a key that is written out. */
  #valueOf(at: Expression, mapping: Part, key: string): Part {
    const { type, use } = mapping;
    if (type.kind === 'map' && type.keys && !type.keys.includes(key)) {
      throw this.#error(
        at,
        `unknown key '${key}' of ${use?.fact ?? 'the mapping'}${
          didYouMean(key, type.keys) || `; it has ${type.keys.join(', ')}`
        }`,
      );
    }
    use?.keys.push(key);
    return {
      type: (type as ValueType & { kind: 'map' }).of,
      cost: mapping.cost + 1,
      size: MAX_LIST_ITEMS,
      use,
    };
  }

  #list(
    at: Expression,
    { elements }: ExpressionOf<'listExpr'>,
    scope: Scope,
  ): Part {
    const parts = elements.map(element => this.#check(element, scope));
    const of = parts.reduce<ValueType | undefined>(
      (type, part) => type && join(type, part.type),
      { kind: 'empty' },
    );
    if (!of) {
      throw this.#error(at, 'the items of a list must be of one type');
    }
    return {
      type: { kind: 'list', of },
      cost: sum(parts) + parts.length,
      size: parts.length,
      texts: parts.flatMap(({ texts = [] }) => texts),
    };
  }

  #call(at: Expression, call: ExpressionOf<'callExpr'>, scope: Scope): Part {
    const { function: name, target, args } = call;
    if (name === NOT_STRICTLY_FALSE) {
      return this.#check(args[0], scope);
    }
    const operator = target ? undefined : lookup(OPERATORS, name);
    const signature =
      operator?.signature ?? lookup(target ? METHODS : FUNCTIONS, name);
    if (!signature) {
      throw this.#error(at, unknownFunction(name, Boolean(target)));
    }
    const parts = [...(target ? [target] : []), ...args].map(each =>
      this.#check(each, scope),
    );
    if (name === '_[_]' && parts[0].type.kind === 'map') {
      const [key] = parts[1].texts ?? [];
      if (key) {
        return this.#valueOf(at, parts[0], key.text);
      }
    }
    const result =
      parts.length === signature.length ? signature(...parts) : undefined;
    if (!result) {
      throw this.#error(
        at,
        `${operator?.sign ?? `${name}()`} does not take ${
          parts.map(({ type }) => typeName(type)).join(' and ') || 'nothing'
        }`,
      );
    }
    this.#checkTexts(parts);
    if (name === 'matches') {
      this.#checkPattern(parts[1], args[0]);
    }
    return {
      type: result.type,
      cost: sum(parts) + (result.cost ?? 1),
      size: result.size ?? 1,
    };
  }

  #checkPattern({ texts }: Part, at: Expression) {
    if (texts?.length !== 1) {
      throw this.#error(at, 'the pattern of matches() must be written out');
    }
    const problem = patternProblem(texts[0].text);
    if (problem) {
      throw this.#error(at, problem);
    }
  }

  /** A text that a fact never has makes a comparison with it false for ever. */
  #checkTexts(parts: Part[]) {
    for (const { type } of parts) {
      if (type.kind === 'string' && type.values) {
        const { values } = type;
        for (const { text, at } of parts.flatMap(({ texts = [] }) => texts)) {
          if (!values.includes(text)) {
            throw this.#error(
              at,
              `the fact is never '${text}'${
                didYouMean(text, values) || `; it is ${values.join(' or ')}`
              }`,
            );
          }
        }
      }
    }
  }

  /** What the macros become: `list.all(item, condition)`. */
  #walk(
    at: Expression,
    walk: ExpressionOf<'comprehensionExpr'>,
    scope: Scope,
  ): Part {
    const { iterVar, accuVar } = walk;
    if (walk.iterVar2) {
      throw this.#error(at, 'a macro takes one variable');
    }
    if (this.#schema.hasNamespace(iterVar)) {
      throw this.#error(
        at,
        `the variable '${iterVar}' would hide the facts of that name`,
      );
    }
    const range = this.#check(walk.iterRange!, scope);
    const { type } = range;
    if (type.kind !== 'list' && type.kind !== 'map') {
      throw this.#error(
        at,
        `a macro walks a list or a mapping, not ${typeName(type)}`,
      );
    }
    const item = type.kind === 'list' ? type.of : STRING;
    const start = this.#check(walk.accuInit!, scope);
    const inside = new Map(scope)
      .set(iterVar, { type: item, cost: 0, size: MAX_LIST_ITEMS })
      .set(accuVar, start);
    const step = this.#check(walk.loopStep!, inside);
    const result = this.#check(
      walk.result!,
      new Map(scope).set(accuVar, { ...step, cost: 0, size: range.size }),
    );
    return {
      type: result.type,
      cost: range.cost + range.size * (1 + step.cost) + result.cost,
      size: range.size,
    };
  }
}

function sum(parts: readonly Checked[]): number {
  return parts.reduce((total, { cost }) => total + cost, 0);
}

function lookup<T>(
  table: Readonly<Record<string, T>>,
  name: string,
): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function unknownFunction(name: string, isMethod: boolean): string {
  const known = isMethod
    ? [...Object.keys(METHODS), ...MACROS]
    : Object.keys(FUNCTIONS);
  return `unknown function '${name}'${
    didYouMean(name, known) || `; there are ${known.join(', ')}`
  }`;
}
