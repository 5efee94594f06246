/**
 * What could be the name of a fact in a condition: every `namespace.name` that is
 * not in a text. Only the names of facts in the schema are facts.
 *
 * The compiler knows for certain, but brings CEL along, which is too much to load
 * in a browser to show which checks use a fact.
 *
 * @public
 */
export function factNamesIn(condition: string): Set<string> {
  const withoutTexts = condition.replace(
    /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g,
    "''",
  );
  return new Set(
    [
      ...withoutTexts.matchAll(
        /(?<![\w.])([a-z][A-Za-z0-9]*)\s*\.\s*([a-z][A-Za-z0-9]*)/g,
      ),
    ].map(([, namespace, name]) => `${namespace}.${name}`),
  );
}
