import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { brokenLinks } from './docs/brokenLinks.mjs';
import { checkCode } from './docs/codeExamples.mjs';
import { readConfigSchema } from './docs/configSchema.mjs';
import { unknownPackages } from './docs/packages.mjs';
import { listPages, parsePage, readPage } from './docs/pages.mjs';
import { checkShell } from './docs/shellExamples.mjs';
import { checkYaml } from './docs/yamlExamples.mjs';

const pages = listPages().map(readPage);
const examplesIn = (...languages) =>
  pages
    .flatMap(({ examples }) => examples)
    .filter(({ language }) => languages.includes(language));

/** Puts the place before each problem of an example. */
const at = ({ place }, problems) => problems.map(each => `${place} ${each}`);

describe('the documentation', () => {
  for (const page of pages) {
    it(`of ${page.file} links to files and headings that exist`, () => {
      assert.deepEqual(brokenLinks(page), []);
    });

    it(`of ${page.file} names packages that exist`, () => {
      assert.deepEqual(unknownPackages(page.text), []);
    });
  }

  it('says of every example what language it is in', () => {
    const known = ['', 'groovy', 'json', 'sh', 'ts', 'tsx', 'yaml'];
    const others = pages
      .flatMap(({ examples }) => examples)
      .filter(({ language }) => !known.includes(language));
    assert.deepEqual(
      others.map(({ place, language }) => `${place} ${language}`),
      [],
    );
  });

  it('has JSON examples that can be parsed', () => {
    for (const { text, place } of examplesIn('json')) {
      assert.doesNotThrow(() => JSON.parse(text), place);
    }
  });

  it('has shell examples with commands and options that exist', () => {
    assert.deepEqual(
      examplesIn('sh', '').flatMap(example =>
        at(
          example,
          // Blocks without a language hold output, with commands after `$`.
          checkShell(
            example.language === 'sh'
              ? example.text
              : example.text
                  .match(/^\$ .*$/gm)
                  ?.join('\n')
                  .slice(2) ?? '',
          ),
        ),
      ),
      [],
    );
  });

  it('has code examples that compile', () => {
    assert.deepEqual(checkCode(examplesIn('ts', 'tsx')), []);
  });
});

describe('the YAML examples of the documentation', () => {
  const context = {};

  before(async () => {
    context.config = await readConfigSchema();
  });

  it('are valid as what they are', async () => {
    const problems = [];
    for (const example of examplesIn('yaml')) {
      const { problems: found } = await checkYaml(example.text, context);
      problems.push(...at(example, found));
    }
    assert.deepEqual(problems, []);
  });

  for (const [kind, text, problem] of [
    ['handover', 'apiVersion: handover.dev/v1\nkind: Hand', /^kind: /],
    ['sections', 'rollback:\n  step: []', /did you mean 'steps'/],
    ['sections', 'metadata:\n  tier: 5', /^metadata\.tier: /],
    ['schedule', 'schedule:\n  start: 2026-13-01', /^windows\.items\[0\]/],
    ['entity', 'metadata:\n  annotations: [a]', /annotations/],
    [
      'configuration',
      'handover:\n  documents: { refesh: {} }',
      /'handover\.documents\.refesh'/,
    ],
    [
      'configuration',
      'handover:\n  documents: { refresh: { interval: abc } }',
      /must match pattern/,
    ],
    [
      'configuration',
      'handover:\n  documents: { kinds: Component }',
      /array .* at \/handover\/documents\/kinds/,
    ],
    [
      'configuration',
      'handover:\n  environments: [{ name: a, alias: b }]',
      /'handover\.environments\[\]\.alias'/,
    ],
    ['unknown', 'rollbak:\n  steps: []', /rollbak/],
  ]) {
    it(`are refused if wrong: ${JSON.stringify(text)}`, async () => {
      const result = await checkYaml(text, context);
      assert.equal(result.kind, kind);
      assert.match(result.problems.join('\n'), problem);
    });
  }
});

describe('the checks of the documentation', () => {
  const page = parsePage(
    'docs/example.md',
    `# A page

## \`windows\` and the gate's *rest*

## Twice

## Twice

[1](#windows-and-the-gates-rest) [2](#twice-1) [3](#twice-2)
[4](cli.md#handover-schema) [5](cli.md#nothing) [6](no.md) [7](../README.md)
![8](images/no.png) [9](https://example.com/no.md)
[10](https://github.com/backstage-handover/handover/blob/main/README.md)
[11](https://github.com/backstage-handover/handover/blob/main/docs/cli.md#no)
`,
  );

  it('find broken links', () => {
    assert.deepEqual(brokenLinks(page), [
      'docs/example.md:9 #twice-2: no such heading',
      'docs/example.md:10 cli.md#nothing: no such heading',
      'docs/example.md:10 no.md: no such file',
      'docs/example.md:11 images/no.png: no such file',
      'docs/example.md:13 ../docs/cli.md#no: no such heading',
    ]);
  });

  it('find packages and entry points that do not exist', () => {
    const text = `
      @backstage-handover/plugin-handover @backstage-handover/plugin-handover/legacy
      @backstage-handover/plugin-handover/former @backstage-handover/plugin-hand
      @backstage-handover/plugin-handover-backend-module-<provider>`;
    assert.deepEqual(unknownPackages(text), [
      '@backstage-handover/plugin-handover/former',
      '@backstage-handover/plugin-hand',
    ]);
  });

  it('find mistakes in shell examples', () => {
    assert.deepEqual(checkShell("handover lint --strict 'a b' | cat\n"), []);
    assert.deepEqual(checkShell('cat a | handover lnt\n'), [
      "unknown command 'handover lnt'",
    ]);
    assert.deepEqual(checkShell('handover lint \\\n  --stric'), [
      "unknown option '--stric' of 'handover lint'",
    ]);
    assert.match(checkShell('echo "a')[0], /unexpected EOF/);
  });

  it('find mistakes in code examples', () => {
    const examples = [
      "import { HandoverClient } from '@backstage-handover/plugin-handover-common';\nnew HandoverClient({ discoveryApi }).documents.find();",
      "import { Client } from '@backstage-handover/plugin-handover-common';\nexport const a = await b(;",
    ].map((text, index) => ({ text, place: `${index}`, language: 'ts' }));
    assert.deepEqual(
      checkCode(examples).map(each => /^.*: TS\d+/.exec(each)?.[0]),
      ['0, line 2: TS2339', '1, line 2: TS1005', '1, line 1: TS2305'],
    );
  });
});
