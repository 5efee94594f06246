/**
 * What docs/install.md tells a reader to do, so that the page itself is tried.
 *
 * @param {string} page
 * @returns {{
 *   packages: Record<'app' | 'backend', string[]>,
 *   backend: string[],
 *   config: string[],
 *   entityPage?: { imports: string, parts: { constant: string, jsx: string }[] },
 * }}
 */
export function installLines(page, { legacy }) {
  const sections = [
    'Backend',
    legacy ? 'Frontend, legacy system' : 'Frontend, current system',
    'Modules',
  ];
  const blocks = sections.flatMap(title => blocksOf(page, title));
  const packages = { app: [], backend: [] };
  for (const { text } of blocks.filter(({ language }) => language === 'sh')) {
    const [, where, names] =
      /^yarn --cwd packages\/(app|backend) add ([\s\S]+)$/.exec(text.trim()) ??
      [];
    if (!where) {
      throw new Error(`docs/install.md has a command nobody expects: ${text}`);
    }
    packages[where].push(...names.split(/[\s\\]+/).filter(Boolean));
  }
  const tsx = blocks.find(
    ({ language, text }) =>
      language === 'tsx' && text.includes('catalog/EntityPage.tsx'),
  );
  return {
    packages,
    backend: blocks
      .filter(
        ({ language, text }) =>
          language === 'ts' && text.includes('packages/backend/src/index.ts'),
      )
      .map(({ text }) => text.replace(/^\/\/.*\n/, '').trim()),
    // Extensions of the current system mean nothing to the former one.
    config: legacy
      ? []
      : blocks
          .filter(
            ({ language, text }) =>
              language === 'yaml' &&
              /packages: all|search-filter-result-type/.test(text),
          )
          .map(({ text }) => text),
    ...(legacy && { entityPage: partsOf(tsx.text) }),
  };
}

/** The examples below a heading of the second level. */
function blocksOf(page, title) {
  const start = page.indexOf(`\n## ${title}\n`);
  if (start === -1) {
    throw new Error(`docs/install.md has no section '${title}'`);
  }
  const end = page.indexOf('\n## ', start + 1);
  const section = page.slice(start, end === -1 ? undefined : end);
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language, text]) => ({ language, text }),
  );
}

/** The imports of an example, and what it adds to each constant. */
function partsOf(text) {
  const imports = /^import [\s\S]*?;$/m.exec(text)[0];
  const parts = [
    ...text.matchAll(
      /^const (\w+) = \(\n\s*<\w+[^>]*>\n\s*\{\/\* … \*\/\}\n([\s\S]*?)\n {2}<\/\w+>\n\);$/gm,
    ),
  ].map(([, constant, jsx]) => ({ constant, jsx }));
  if (parts.length === 0) {
    throw new Error('docs/install.md adds nothing to EntityPage.tsx');
  }
  return { imports, parts };
}

/** Adds to the page of an app what the documentation adds to its own. */
export function addToEntityPage(source, { imports, parts }) {
  const withParts = parts.reduce((text, { constant, jsx }) => {
    const start = text.indexOf(`const ${constant} = (`);
    const end = text.indexOf('\n);', start);
    const closing = text.lastIndexOf('</', end);
    if (start === -1 || closing < start) {
      throw new Error(`The app's EntityPage.tsx has no ${constant}`);
    }
    return `${text.slice(0, closing)}${jsx.trim()}\n  ${text.slice(closing)}`;
  }, source);
  return `${imports}\n${withParts}`;
}

/** Adds lines before the backend starts. */
export function addToBackend(source, lines) {
  const start = source.lastIndexOf('backend.start();');
  if (start === -1) {
    throw new Error("The app's backend does not start as expected");
  }
  return `${source.slice(0, start)}${lines.join('\n')}\n\n${source.slice(
    start,
  )}`;
}
