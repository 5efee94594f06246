import type { parse } from '@bufbuild/cel';

/** A condition as the parser reads it. */
export type ParsedExpression = ReturnType<typeof parse>;

/** A part of it. */
export type Expression = ParsedExpression['expr'];

type Kinds = Exclude<Expression['exprKind'], { case: undefined }>;

export type ExpressionOf<K extends Kinds['case']> = Extract<
  Kinds,
  { case: K }
>['value'];
