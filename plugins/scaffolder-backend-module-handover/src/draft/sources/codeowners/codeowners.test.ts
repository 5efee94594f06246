import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { fromCodeowners } from './fromCodeowners';

const ownersIn = (proposals: Proposal[]) =>
  proposals.map(each =>
    each.kind === 'item' && each.field === 'escalation.contactFor'
      ? `${each.value.topic.replace('Changes to ', '')} ${each.value.who}`
      : each,
  );

const read = (path: string, text: string, others: string[] = []) =>
  ownersIn(
    fromCodeowners([
      { path, text },
      ...others.map(each => ({ path: each, text: '' })),
    ]),
  );

it('reads CODEOWNERS as GitHub does', () => {
  expect(
    read(
      '.github/CODEOWNERS',
      [
        '# all',
        '*       @a/all # not @b/none',
        'docs/My\\ Folder/ docs@example.com',
        '!*.md @a/never',
        'src/[ab]/ @a/never',
        '\\#notes @a/never',
        '/typo @a/all nobody',
        '/role @@maintainers',
        '/apps/ @a/apps',
        '/apps/legacy/',
        '*.js @a/js',
        '\t/tab\t@a/tab\r',
      ].join('\n'),
    ),
  ).toEqual([
    'the code @a/all',
    '`docs/My Folder/` docs@example.com',
    '`/apps/` @a/apps',
    '`*.js` @a/js',
    '`/tab` @a/tab',
  ]);
});

it('leaves out a rule that a later one overrules for all that it matches', () => {
  const rules = (text: string) => read('.github/CODEOWNERS', text);
  expect(rules('/docs/ @a/docs\n* @a/all\n')).toEqual(['the code @a/all']);
  expect(rules('/docs/ @a/docs\n/docs/ @b/docs\n')).toEqual([
    '`/docs/` @b/docs',
  ]);
  expect(rules('/docs/ @a/docs\n/docs/\n')).toEqual([]);
  expect(rules('/docs/api/ @a/api\n/docs/ @a/docs\n')).toEqual([
    '`/docs/` @a/docs',
  ]);
  expect(rules('/docs/ @a/docs\n/docs/api/ @a/api\n')).toEqual([
    '`/docs/` @a/docs',
    '`/docs/api/` @a/api',
  ]);
  expect(rules('*.js @a/js\n/src/ @a/src\n')).toEqual([
    '`*.js` @a/js',
    '`/src/` @a/src',
  ]);
  expect(rules('docs/ @a/docs\n/docs/ @b/docs\n')).toEqual([
    '`docs/` @a/docs',
    '`/docs/` @b/docs',
  ]);
});

it('reads CODEOWNERS as GitLab does', () => {
  expect(
    read(
      '.gitlab/CODEOWNERS',
      [
        '* @all',
        '[Docs] @group/sub/docs',
        'docs/',
        'README.md @@maintainers',
        '^[Data base][2] @dba # not @ops',
        'db/',
        '!db/seeds/',
        '\\#pound.rb @pound',
        '[docs]',
        'docs/ @later',
        'guides/',
        '[Broken @nobody',
        'path with blanks/ @nobody',
      ].join('\n'),
    ),
  ).toEqual([
    'the code @all',
    '`README.md` @@maintainers',
    '`db/` @dba',
    '`#pound.rb` @pound',
    '`docs/` @later',
  ]);
});

it('keeps rules of different sections, which all hold', () => {
  expect(
    read('.gitlab/CODEOWNERS', '[A]\n/x/ @a\n[B]\n/x/ @b\n* @c\n'),
  ).toEqual(['`/x/` @a', 'the code @c']);
});

it.each([
  ['.github/workflows/ci.yml', []],
  ['.gitlab-ci.yml', ['`docs/` @docs']],
  ['README.md', ['`docs/` @docs']],
])('decides by what lies beside the file: %s', (other, expected) => {
  expect(read('CODEOWNERS', '[Docs] @docs\ndocs/\n', [other])).toEqual(
    expected,
  );
});

it('takes the file that the host of the source location reads', () => {
  const files = [
    { path: 'CODEOWNERS', text: '* @root\n' },
    { path: '.github/CODEOWNERS', text: '* @github\n' },
    { path: '.gitlab/CODEOWNERS', text: '* @gitlab\n' },
  ];
  const at = (host: string) =>
    ownersIn(fromCodeowners(files, `url:https://${host}/a/b`));
  expect(at('github.com')).toEqual(['the code @github']);
  expect(at('gitlab.example.com')).toEqual(['the code @root']);
});
