import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { rootDir } from '../lib/paths.mjs';

/** Folders that hold one package each, as `plugins/<name>` and `packages/<name>`. */
const packages = ['plugins', 'packages'].flatMap(folder =>
  readdirSync(path.join(rootDir, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => `${folder}/${entry.name}`),
);

/** What a Markdown table of a section names in its first column. */
function firstColumn(file, heading) {
  const text = readFileSync(path.join(rootDir, file), 'utf8');
  const section = text.split(/^## /m).find(part => part.startsWith(heading));
  assert.ok(section, `${file} has no section "${heading}"`);
  return section
    .split('\n')
    .filter(line => line.startsWith('|'))
    .flatMap(line =>
      [...line.split('|')[1].matchAll(/`([^`]+)`/g)].map(match => match[1]),
    );
}

describe('the layout in CONTRIBUTING.md', () => {
  const listed = firstColumn('CONTRIBUTING.md', 'Layout');

  it('lists every package once', () => {
    for (const name of packages) {
      assert.equal(
        listed.filter(each => each === name).length,
        1,
        `${name} is listed ${
          listed.filter(each => each === name).length
        } times`,
      );
    }
  });

  it('lists no package that does not exist', () => {
    assert.deepEqual(
      listed.filter(
        each => /^(plugins|packages)\//.test(each) && !packages.includes(each),
      ),
      [],
    );
  });
});
