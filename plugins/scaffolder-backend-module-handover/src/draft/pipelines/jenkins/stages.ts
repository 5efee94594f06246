import { MAX_JOBS } from '../types';
import type { Call } from './groovy';
import { textOf } from './groovy';

/** An innermost stage of a Jenkinsfile. */
export type Stage = {
  name: string;
  line: number;
  /** What it does, without its `when` and `input`. */
  calls: Call[];
  /** Names of the stages that have passed before it. */
  after: string[];
  /** What decides whether it runs, as the file says it. */
  condition: string | undefined;
  /** Where `input` of the stage itself stands. */
  input: number | undefined;
  /** The axes of the matrix that it runs in. */
  matrix: Axis[] | undefined;
};

export type Axis = { name: string; values: string[]; line: number };

type Outer = {
  condition: string | undefined;
  input: number | undefined;
  matrix: Axis[] | undefined;
};

const NONE: Outer = {
  condition: undefined,
  input: undefined,
  matrix: undefined,
};

/** Blocks whose stages run side by side. */
const PARALLEL = /^(parallel|matrix)$/;

const CONDITIONAL = /^(if|else|catch|switch|for|while)$/;

/** The innermost stages in their order, each with those that it comes after. */
export function readStages(
  root: readonly Call[],
  methods: ReadonlyMap<string, Call>,
): Stage[] {
  return inside(
    root.filter(call => !methods.has(call.name) || !call.isDefinition),
    [],
    NONE,
  );
}

function inside(
  calls: readonly Call[],
  before: string[],
  outer: Outer,
): Stage[] {
  const found: Stage[] = [];
  // What comes after so many is not looked at, and listing all would take long.
  const passed = () =>
    before.length + found.length > MAX_JOBS
      ? []
      : [...before, ...found.map(({ name }) => name)];
  const list = withBodies(calls);
  for (const call of list) {
    const name =
      call.name === 'stage' ? textOf(call) ?? textOf(call, 'name') : undefined;
    if (name !== undefined && call.body) {
      found.push(...stage(name, call, passed(), outer));
    } else if (PARALLEL.test(call.name)) {
      found.push(...sideBySide(call, passed(), outer));
    } else {
      const condition = CONDITIONAL.test(call.name)
        ? joined(outer.condition, `${call.name} ${textOfTokens(call)}`)
        : outer.condition;
      found.push(
        ...inside([...call.inArguments, ...(call.body ?? [])], passed(), {
          ...outer,
          condition,
        }),
      );
    }
  }
  return found;
}

/** `stage 'Build'` without a block has all that follows up to the next one. */
function withBodies(calls: readonly Call[]): Call[] {
  const isOpen = (call: Call) =>
    call.name === 'stage' &&
    call.body === undefined &&
    textOf(call) !== undefined;
  if (!calls.some(isOpen)) {
    return [...calls];
  }
  const list: Call[] = [];
  let current: (Call & { body: Call[] }) | undefined;
  for (const call of calls) {
    if (isOpen(call)) {
      current = { ...call, body: [] };
      list.push(current);
    } else if (call.name === 'stage' || !current) {
      list.push(call);
    } else {
      current.body.push(call);
    }
  }
  return list;
}

function stage(
  name: string,
  call: Call,
  before: string[],
  outer: Outer,
): Stage[] {
  const body = call.body ?? [];
  const when = body.find(each => each.name === 'when');
  const own: Outer = {
    condition: joined(outer.condition, when && textOfCalls(when.body ?? [])),
    input:
      body.find(each => each.name === 'input' && each.body)?.line ??
      outer.input,
    matrix: outer.matrix,
  };
  const inner = inside(
    body.filter(each => each.name !== 'when' && each.name !== 'post'),
    before,
    own,
  );
  return inner.length > 0
    ? inner
    : [
        {
          name,
          line: call.line,
          calls: body.filter(
            each =>
              each.name !== 'when' && !(each.name === 'input' && each.body),
          ),
          after: before,
          ...own,
        },
      ];
}

/** Branches of `parallel`, or the cells of a `matrix`. */
function sideBySide(call: Call, before: string[], outer: Outer): Stage[] {
  const body = [...call.inArguments, ...(call.body ?? [])];
  if (call.name === 'matrix') {
    return inside(
      body.filter(({ name }) => name === 'stages'),
      before,
      { ...outer, matrix: axesOf(body) },
    );
  }
  return body.flatMap(branch => {
    if (branch.name === '' && branch.label !== undefined) {
      const stages = inside(branch.body ?? [], before, outer);
      return stages.length > 0
        ? stages
        : [
            {
              name: branch.label,
              line: branch.line,
              calls: branch.body ?? [],
              after: before,
              ...outer,
            },
          ];
    }
    return inside([branch], before, outer);
  });
}

function axesOf(body: readonly Call[]): Axis[] {
  return body
    .filter(({ name }) => name === 'axes')
    .flatMap(axes => axes.body ?? [])
    .filter(({ name }) => name === 'axis')
    .flatMap(axis => {
      const name = axis.body?.find(each => each.name === 'name');
      const values = axis.body?.find(each => each.name === 'values');
      const text = name && textOf(name);
      return text === undefined
        ? []
        : [
            {
              name: text,
              values: (values?.tokens ?? [])
                .filter(({ kind }) => kind === 'text')
                .map(({ value }) => value),
              line: values?.line ?? axis.line,
            },
          ];
    });
}

function joined(...conditions: (string | undefined)[]): string | undefined {
  return conditions.filter(Boolean).join(' && ') || undefined;
}

function textOfTokens({ tokens }: Call): string {
  return tokens.map(({ value }) => value).join(' ');
}

function textOfCalls(calls: readonly Call[]): string {
  return calls
    .map(call =>
      [
        call.name,
        textOfTokens(call),
        ...(call.body ? [`{ ${textOfCalls(call.body)} }`] : []),
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join(' ');
}
