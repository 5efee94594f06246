import ts from 'typescript';

/**
 * The operators that a mutant exchanges. The set of kinds is that of
 * StrykerJS, without those that seldom compile in TypeScript.
 */
const OPERATORS = new Map(
  [
    ['===', '!=='],
    ['!==', '==='],
    ['==', '!='],
    ['!=', '=='],
    ['<', '<=', '>='],
    ['<=', '<', '>'],
    ['>', '>=', '<='],
    ['>=', '>', '<'],
    ['&&', '||'],
    ['||', '&&'],
    ['??', '&&'],
    ['+', '-'],
    ['-', '+'],
    ['*', '/'],
    ['/', '*'],
    ['%', '*'],
    ['+=', '-='],
    ['-=', '+='],
    ['*=', '/='],
    ['??=', '&&='],
    ['||=', '&&='],
  ].map(([from, ...to]) => [from, to]),
);

const METHODS = new Map([
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['trimStart', 'trimEnd'],
  ['trimEnd', 'trimStart'],
  ['toUpperCase', 'toLowerCase'],
  ['toLowerCase', 'toUpperCase'],
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
]);

/** Calls that are left out, with what they are called on in their place. */
const LEFT_OUT = new Set([
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'slice',
  'substring',
  'trim',
]);

/**
 * All mutants of one file: small faults, each as the range of the source that
 * it replaces.
 *
 * @returns {{ kind: string, start: number, end: number, replacement: string }[]}
 */
export function findMutants(text, fileName) {
  const source = ts.createSourceFile(
    fileName,
    text,
    ts.ScriptTarget.Latest,
    true,
  );
  const mutants = [];
  const add = (kind, node, ...replacements) => {
    for (const replacement of replacements) {
      const start = node.getStart(source);
      const end = node.getEnd();
      if (text.slice(start, end) !== replacement) {
        mutants.push({ kind, start, end, replacement });
      }
    }
  };
  const visit = node => {
    if (ts.isTypeNode(node) || isDeclarationOnly(node)) {
      return;
    }
    mutateNode(node, source, add);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

function isDeclarationOnly(node) {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}

function mutateNode(node, source, add) {
  if (ts.isExpressionStatement(node) || ts.isThrowStatement(node)) {
    add('statement', node, ';');
  } else if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) {
    add('statement', node, ';');
  } else if (ts.isIfStatement(node)) {
    mutateCondition(node.expression, add);
  } else if (ts.isConditionalExpression(node)) {
    mutateCondition(node.condition, add);
  } else if (ts.isWhileStatement(node)) {
    mutateCondition(node.expression, add, ['false']);
  } else if (ts.isForStatement(node) && node.condition) {
    mutateCondition(node.condition, add, ['false']);
  } else if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken;
    add('operator', operator, ...(OPERATORS.get(operator.getText()) ?? []));
  } else if (ts.isPrefixUnaryExpression(node)) {
    mutateUnary(node, source, add);
  } else if (ts.isPostfixUnaryExpression(node)) {
    const operand = node.operand.getText(source);
    const plus = node.operator === ts.SyntaxKind.PlusPlusToken;
    add('unary', node, `${operand}${plus ? '--' : '++'}`);
  } else if (node.kind === ts.SyntaxKind.TrueKeyword) {
    add('boolean', node, 'false');
  } else if (node.kind === ts.SyntaxKind.FalseKeyword) {
    add('boolean', node, 'true');
  } else if (ts.isCallExpression(node)) {
    mutateCall(node, source, add);
  } else if (isTextValue(node)) {
    add('string', node, node.text === '' ? "'mutated'" : "''");
  } else if (ts.isTemplateExpression(node)) {
    add('string', node, "''");
  } else if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) {
    add('array', node, '[]');
  } else if (
    ts.isObjectLiteralExpression(node) &&
    node.properties.length > 0 &&
    !ts.isParenthesizedExpression(node.parent)
  ) {
    add('object', node, '{}');
  } else if (ts.isRegularExpressionLiteral(node)) {
    add('pattern', node, ...changedPatterns(node.text));
  } else if (node.questionDotToken && ts.isPropertyAccessExpression(node)) {
    const object = node.expression.getText(source);
    add('optional', node, `${object}.${node.name.getText(source)}`);
  } else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
    add('function', node.body, 'undefined');
  } else if (isFunctionBody(node) && node.statements.length > 0) {
    add('function', node, '{}');
  }
}

function mutateCondition(condition, add, values = ['true', 'false']) {
  const { kind } = condition;
  if (
    kind !== ts.SyntaxKind.TrueKeyword &&
    kind !== ts.SyntaxKind.FalseKeyword
  ) {
    add('condition', condition, ...values);
  }
}

function mutateUnary(node, source, add) {
  const operand = node.operand.getText(source);
  if (node.operator === ts.SyntaxKind.PlusPlusToken) {
    add('unary', node, `--${operand}`);
  } else if (node.operator === ts.SyntaxKind.MinusMinusToken) {
    add('unary', node, `++${operand}`);
  } else {
    add('unary', node, operand);
  }
}

function mutateCall(node, source, add) {
  const called = node.expression;
  if (!ts.isPropertyAccessExpression(called)) {
    return;
  }
  const method = called.name.text;
  const other = METHODS.get(method);
  if (other) {
    add('method', called.name, other);
  } else if (LEFT_OUT.has(method)) {
    add('method', node, called.expression.getText(source));
  }
}

function isTextValue(node) {
  if (!ts.isStringLiteralLike(node)) {
    return false;
  }
  const { parent } = node;
  const isName =
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isElementAccessExpression(parent)) &&
    (parent.name ?? parent.argumentExpression) === node;
  return !isName && !ts.isTaggedTemplateExpression(parent);
}

function isFunctionBody(node) {
  return (
    ts.isBlock(node) &&
    ts.isFunctionLike(node.parent) &&
    !ts.isConstructorDeclaration(node.parent)
  );
}

/** The pattern without an anchor or a repetition, or with a set reversed. */
function changedPatterns(literal) {
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end);
  const body = literal.slice(1, end);
  const changed = [];
  let inSet = false;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at];
    const without = body.slice(0, at) + body.slice(at + 1);
    if (char === '\\') {
      const escape = body[at + 1];
      if ('dDwWsS'.includes(escape)) {
        const reversed =
          escape === escape.toLowerCase()
            ? escape.toUpperCase()
            : escape.toLowerCase();
        changed.push(body.slice(0, at + 1) + reversed + body.slice(at + 2));
      }
      at += 1;
    } else if (inSet) {
      inSet = char !== ']';
    } else if (char === '[') {
      inSet = true;
      const rest = body.slice(at + 1);
      changed.push(
        body.slice(0, at + 1) +
          (rest.startsWith('^') ? rest.slice(1) : `^${rest}`),
      );
    } else if (char === '^' || char === '$') {
      changed.push(without);
    } else if ((char === '+' || char === '*') && body[at + 1] !== '?') {
      changed.push(without);
    } else if (char === '?' && !'(+*?}'.includes(body[at - 1])) {
      changed.push(without);
    }
  }
  return changed
    .filter(pattern => pattern !== '' && isPattern(pattern, flags.slice(1)))
    .map(pattern => `/${pattern}${flags}`);
}

function isPattern(pattern, flags) {
  try {
    return Boolean(new RegExp(pattern, flags));
  } catch {
    return false;
  }
}

/** The text of the file with the mutant in it. */
export function applyMutant(text, { start, end, replacement }) {
  return text.slice(0, start) + replacement + text.slice(end);
}
