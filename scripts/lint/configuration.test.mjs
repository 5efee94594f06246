import { ConfigSources } from '@backstage/config-loader';
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { parse } from 'yaml';
import { rootDir } from '../lib/paths.mjs';

const read = file => readFileSync(path.join(rootDir, file), 'utf8');

/**
 * The keys that a `config.d.ts` declares, as paths: `a.b`, and `a.b[].c` for
 * the entries of a list. `open` keys may hold anything.
 *
 * @returns {Map<string, { open: boolean, deprecated: boolean }>}
 */
function declaredKeys(file) {
  const keys = new Map();
  const source = ts.createSourceFile(
    file,
    read(file),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (members, prefix, deprecated) => {
    for (const member of members) {
      const key = prefix + member.name.getText(source);
      const old =
        deprecated ||
        ts.getJSDocTags(member).some(tag => tag.tagName.text === 'deprecated');
      const { type } = member;
      const element =
        ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array'
          ? type.typeArguments[0]
          : undefined;
      keys.set(key, {
        open:
          (ts.isTypeReferenceNode(type) && !element) ||
          // `object[]`: what is in it is checked elsewhere.
          (ts.isArrayTypeNode(type) &&
            type.elementType.kind === ts.SyntaxKind.ObjectKeyword),
        deprecated: old,
      });
      if (ts.isTypeLiteralNode(type)) {
        visit(type.members, `${key}.`, old);
      } else if (element && ts.isTypeLiteralNode(element)) {
        visit(element.members, `${key}[].`, old);
      }
    }
  };
  source.forEachChild(node => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Config') {
      visit(node.members, '', false);
    }
  });
  return keys;
}

/** The keys of all plugins. */
function allDeclaredKeys() {
  return new Map(
    readdirSync(path.join(rootDir, 'plugins'))
      .map(name => `plugins/${name}/config.d.ts`)
      .filter(file => existsSync(path.join(rootDir, file)))
      .flatMap(file => [...declaredKeys(file)]),
  );
}

/** Keys that have nothing below them, and those of which the parts are on their own rows. */
function leavesOf(keys) {
  const all = [...keys.keys()];
  return all.filter(
    key =>
      !all.some(
        other => other.startsWith(`${key}.`) || other.startsWith(`${key}[].`),
      ),
  );
}

/** The keys in the first column of the tables of a page. */
function documentedKeys(page) {
  return [...read(page).matchAll(/^\| `([\w.[\]]+)` +\|/gm)].map(
    ([, key]) => key,
  );
}

/** The paths in a configuration file that nothing declares. */
function unknownPaths(value, keys, prefix = '') {
  if (Array.isArray(value)) {
    return value.flatMap(each => unknownPaths(each, keys, prefix));
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, child]) => {
    const key = prefix + name;
    const known = keys.get(key);
    if (!known) {
      return [key];
    }
    return known.open
      ? []
      : unknownPaths(
          child,
          keys,
          Array.isArray(child) ? `${key}[].` : `${key}.`,
        );
  });
}

/** The configuration of the image, from a folder with nothing but its files. */
async function loadImageConfig() {
  const dockerfile = read('packages/backend/Dockerfile');
  const files = [...dockerfile.matchAll(/"--config", "([^"]+)"/g)].map(
    ([, file]) => file,
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'handover-config-'));
  try {
    for (const file of files) {
      assert.ok(
        new RegExp(`^COPY .* ${file} .*\\./$`, 'm').test(dockerfile),
        `the image has no ${file}`,
      );
      cpSync(path.join(rootDir, file), path.join(folder, file));
    }
    return await ConfigSources.toConfig(
      ConfigSources.defaultForTargets({
        targets: files.map(file => ({
          type: 'path',
          target: path.join(folder, file),
        })),
        substitutionFunc: async name => `value of ${name}`,
        watch: false,
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the configuration', () => {
  const keys = allDeclaredKeys();
  const ours = new Map([...keys].filter(([key]) => /^handover\b/.test(key)));

  it('is documented, every key of it', () => {
    const documented = new Set(documentedKeys('docs/configuration.md'));
    const isDocumented = key =>
      documented.has(key) || documented.has(key.replace(/^handover\./, ''));
    const missing = leavesOf(ours).filter(
      key => !ours.get(key).deprecated && !isDocumented(key),
    );
    assert.deepEqual(missing, []);

    const former = [...ours.keys()].filter(
      key =>
        ours.get(key).deprecated && !key.includes('[]') && !isDocumented(key),
    );
    assert.deepEqual(former, []);
  });

  it('is declared, every key that the documentation names', () => {
    const rooms = [...ours.keys()].flatMap(
      key => /^handover\.([a-zA-Z]+)/.exec(key)?.[1] ?? [],
    );
    const unknown = documentedKeys('docs/configuration.md').filter(key => {
      const [room] = key.split(/[.[]/);
      return (
        (room === 'handover' && !ours.has(key)) ||
        (rooms.includes(room) && !keys.has(key) && !ours.has(`handover.${key}`))
      );
    });
    assert.deepEqual(unknown, []);
  });

  it('is checked at startup, every key of it', () => {
    const source = read('plugins/handover-backend/src/configKeys.ts');
    const checked = [...source.matchAll(/'(handover\.[^']+)'/g)].map(
      ([, key]) => key,
    );
    assert.deepEqual(
      checked,
      leavesOf(ours)
        .filter(key => key !== 'handover')
        .sort(),
    );
  });

  for (const file of readdirSync(rootDir).filter(name =>
    /^app-config.*\.yaml$/.test(name),
  )) {
    it(`of ${file} has only keys that are declared`, () => {
      const { handover = {}, demo = {} } = parse(read(file));
      assert.deepEqual(unknownPaths({ handover, demo }, keys), []);
    });
  }

  it('of the image needs no other files, and has nothing of the examples', async () => {
    const config = await loadImageConfig();
    const handover = config.get('handover');
    assert.deepEqual(handover.calendars, { definitions: [], locations: [] });
    assert.equal(handover.kubernetes.facts.enabled, false);
    assert.deepEqual(handover.documents.folders, []);
    assert.deepEqual(config.get('catalog.locations'), []);
    config.close();
  });

  it('finds a key that is not declared', () => {
    const handover = {
      documents: { refesh: {} },
      environments: [{ name: 'production' }, { name: 'x', alias: 'y' }],
    };
    assert.deepEqual(unknownPaths({ handover }, keys), [
      'handover.documents.refesh',
      'handover.environments[].alias',
    ]);
  });
});
