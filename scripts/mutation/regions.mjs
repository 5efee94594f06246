import ts from 'typescript';

/**
 * The parts of a file that a test may reach or not: the bodies of functions,
 * blocks and cases. Their order is that of the source, so a region's index
 * holds as long as the file does.
 */
export function findRegions(text, fileName) {
  const source = ts.createSourceFile(
    fileName,
    text,
    ts.ScriptTarget.Latest,
    true,
  );
  const regions = [];
  const visit = node => {
    if (ts.isBlock(node)) {
      const start = node.getStart(source);
      regions.push({ start, end: node.end, enterAt: start + 1 });
    } else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
      const start = node.body.getStart(source);
      regions.push({ start, end: node.body.end, expression: true });
    } else if (ts.isCaseOrDefaultClause(node) && node.statements.length > 0) {
      const { pos, end } = node.statements;
      regions.push({ start: pos, end, enterAt: pos });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return regions;
}

/** The index of the smallest region around a range; -1 is the module. */
export function regionAround(regions, { start, end }) {
  let found = -1;
  regions.forEach((region, index) => {
    // Regions nest in the order of the source: the last one is the smallest.
    // A whole body belongs to what is around it.
    if (region.start < start && end < region.end) {
      found = index;
    } else if (
      region.expression &&
      region.start <= start &&
      end <= region.end
    ) {
      found = index;
    }
  });
  return found;
}

/** The source, telling `globalThis.__reached` which region is entered. */
export function instrument(text, fileName) {
  const edits = [];
  findRegions(text, fileName).forEach((region, index) => {
    if (region.expression) {
      edits.push(
        { at: region.start, insert: `(__reach(${index}), ` },
        { at: region.end, insert: ')' },
      );
    } else {
      edits.push({ at: region.enterAt, insert: `__reach(${index});` });
    }
  });
  let result = '';
  let last = 0;
  for (const { at, insert } of inOrder(edits)) {
    result += text.slice(last, at) + insert;
    last = at;
  }
  const name = JSON.stringify(fileName);
  return (
    `function __reach(index: number) { (globalThis as any).__reached?.(${name}, index); } ` +
    `__reach(-1); ${result}${text.slice(last)}`
  );
}

/** By place; what ends there comes before what begins. */
function inOrder(edits) {
  return edits
    .map((edit, index) => ({ ...edit, index }))
    .sort(
      (a, b) =>
        a.at - b.at ||
        Number(b.insert === ')') - Number(a.insert === ')') ||
        a.index - b.index,
    );
}
