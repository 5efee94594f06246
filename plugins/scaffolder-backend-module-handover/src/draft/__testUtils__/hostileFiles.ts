import type { SourceFile } from '../types';

/** Files of `size` parts that refer to each other, or repeat something costly. */
export type HostileFiles = {
  name: string;
  size: number;
  files: (size: number) => SourceFile[];
  /** What the draft says about the largest. Undefined: it reads all of it. */
  says?: RegExp;
};

const LEFT_OUT = /after the first 200 do: a draft reads no more/;
const TOO_LARGE = /too large once its anchors, templates and scripts/;

const list = (
  size: number,
  part: string | ((index: number) => string),
  separator = '\n',
) =>
  Array.from({ length: size }, (_, index) =>
    typeof part === 'string' ? part : part(index),
  ).join(separator);

const gitlab = (text: string): SourceFile => ({ path: '.gitlab-ci.yml', text });
const included = (name: string, text: string): SourceFile => ({
  path: `${name}.gitlab-ci.yml`,
  text,
});
const github = (text: string): SourceFile => ({
  path: '.github/workflows/deploy.yml',
  text: `on: [push, workflow_call]\n${text}`,
});
const jenkins = (text: string): SourceFile => ({ path: 'Jenkinsfile', text });
const readme = (text: string): SourceFile => ({ path: 'README.md', text });

export const HOSTILE_GITLAB: HostileFiles[] = [
  {
    name: 'a chain of jobs',
    size: 3_000,
    files: size => [gitlab(list(size, i => `j${i}: {extends: j${i + 1}}`))],
    says: LEFT_OUT,
  },
  {
    name: 'jobs that extend two each',
    size: 3_000,
    files: size => [
      gitlab(list(size, i => `j${i}: {extends: [j${i + 1}, j${i + 2}]}`)),
    ],
    says: LEFT_OUT,
  },
  {
    name: 'references',
    size: 2_000,
    files: size => [
      gitlab(
        list(size, i => `j${i}: {script: [!reference [j${i + 1}, script]]}`),
      ),
    ],
    says: LEFT_OUT,
  },
  {
    name: 'jobs that wait for the same jobs',
    size: 2_000,
    files: size => [
      gitlab(
        `.n: &n [${list(size, i => `j${i}`, ',')}]\n${list(
          size,
          i => `j${i}: {script: [make], needs: *n}`,
        )}`,
      ),
    ],
    says: TOO_LARGE,
  },
  {
    name: 'lists of aliases of lists',
    size: 1_000,
    files: size => [
      gitlab(
        `.a: &a [${list(size, 'x', ',')}]\n.b: &b [${list(size, '*a', ',')}]
.c: &c [${list(size, '*b', ',')}]\nj: {script: [make], only: *c}`,
      ),
    ],
    says: TOO_LARGE,
  },
  {
    name: 'merged mappings',
    size: 300,
    files: size => [
      gitlab(
        `.m0: &m0 {a: 1}\n${list(
          19,
          i => `.m${i + 1}: &m${i + 1} {<<: [${list(30, `*m${i}`, ', ')}]}`,
        )}\n${list(size, i => `j${i}: {<<: *m19, script: [make]}`)}`,
      ),
    ],
    says: LEFT_OUT,
  },
  {
    name: 'mappings merged into each other',
    size: 3_000,
    files: size => [
      gitlab(
        `.m0: &m0 {a: 1}\n${list(
          size,
          i => `.m${i + 1}: &m${i + 1} {<<: *m${i}, k${i}: 1}`,
        )}\nj: {<<: *m${size}, script: [make]}`,
      ),
    ],
    says: /merges mappings with '<<' more than 20 deep/,
  },
  {
    name: 'matrices',
    size: 5_000,
    files: size => [
      gitlab(
        `.m: &m [${list(size, i => `{A: [a${i}, b${i}]}`, ',')}]\n${list(
          200,
          i =>
            `j${i}: {script: [kubectl apply -f a], environment: $A, parallel: {matrix: *m}}`,
        )}`,
      ),
    ],
    says: TOO_LARGE,
  },
  {
    name: 'files that include themselves',
    size: 500,
    files: size => [
      gitlab(
        `include: [.gitlab-ci.yml, .gitlab-ci.yml]\n${list(
          size,
          i => `j${i}: {script: [make]}`,
        )}`,
      ),
    ],
    says: /follows at most 100 includes, 10 deep/,
  },
  {
    name: 'pipelines that start pipelines',
    size: 200,
    files: size => [
      gitlab(list(size, i => `j${i}: {trigger: {include: c.gitlab-ci.yml}}`)),
      included(
        'c',
        `t: {trigger: {include: d.gitlab-ci.yml}}\n${list(
          size,
          i => `j${i}: {script: [make], when: never}`,
        )}`,
      ),
      included(
        'd',
        list(size, i => `j${i}: {script: [make], when: never}`),
      ),
    ],
    says: /after the first 200|too large/,
  },
  {
    name: 'wildcards in an include',
    size: 25,
    files: size => [
      gitlab(`include: "${'*a'.repeat(size)}b"\nj: {script: [make]}`),
      included('a'.repeat(200), 'a: 1'),
    ],
    says: /ab` adds: it is not in the repository/,
  },
  {
    name: 'inputs that are put in everywhere',
    size: 9_000,
    files: size => [
      gitlab(
        `include: [{local: a.gitlab-ci.yml, inputs: {a: ${'y'.repeat(400)}}}]`,
      ),
      included(
        'a',
        `spec: {inputs: {a: {}}}\n---\nj: {script: [make]}\n${list(
          size,
          '# $[[ inputs.a ]]',
        )}`,
      ),
    ],
    says: /adds: it is not readable/,
  },
  {
    name: 'scripts that run each other',
    size: 2_000,
    files: size => [
      gitlab('j: {script: [sh a.sh]}'),
      { path: 'a.sh', text: list(size, 'sh b.sh') },
      { path: 'b.sh', text: list(size, 'sh a.sh') },
    ],
    says: TOO_LARGE,
  },
  {
    name: 'parentheses in a condition',
    size: 100_000,
    files: size => [
      gitlab(`j: {rules: [{if: "${')'.repeat(size)}b"}], script: [make]}`),
    ],
  },
];

export const HOSTILE_OTHERS: HostileFiles[] = [
  {
    name: 'jobs in a workflow',
    size: 3_000,
    files: size => [
      github(
        `jobs:\n${list(
          size,
          i => `  j${i}: {needs: [j${i - 1}], steps: [{run: kubectl apply}]}`,
        )}`,
      ),
    ],
    says: LEFT_OUT,
  },
  {
    name: 'steps in a workflow',
    size: 5_000,
    files: size => [
      github(
        `s: &s [${list(size, '{uses: a/deploy@v1}', ',')}]\njobs:\n${list(
          200,
          i => `  j${i}: {steps: *s}`,
        )}`,
      ),
    ],
    says: TOO_LARGE,
  },
  {
    name: 'values in a matrix',
    size: 20_000,
    files: size => [
      github(
        `x: &x [${list(size, i => `a${i}`, ',')}]\njobs:\n${list(
          200,
          i =>
            `  j${i}: {environment: "\${{ matrix.a }}", strategy: {matrix: {a: *x}}, steps: [{run: kubectl apply}]}`,
        )}`,
      ),
    ],
    says: TOO_LARGE,
  },
  {
    name: 'a matrix that holds itself',
    size: 1,
    files: () => [
      github(
        'jobs:\n  a: &a\n    strategy: {matrix: {x: [*a]}}\n    steps: [{run: make}]\n',
      ),
    ],
  },
  {
    name: 'expressions',
    size: 80_000,
    files: size => [
      github(
        `jobs: {a: {if: "a${' '.repeat(size)}b", environment: "${'${{'.repeat(
          size / 3,
        )}", steps: [{run: make}]}}`,
      ),
    ],
  },
  {
    name: 'workflows that call themselves',
    size: 50,
    files: size => [
      github(
        `jobs:\n${list(
          size,
          i => `  j${i}: {uses: ./.github/workflows/deploy.yml}`,
        )}`,
      ),
    ],
    says: LEFT_OUT,
  },
  {
    name: 'words in a command',
    size: 50_000,
    files: size => [
      github(`jobs: {a: {steps: [{run: "${'a=1 '.repeat(size)} kubectl"}]}}`),
    ],
  },
  {
    name: 'stages in a Jenkinsfile',
    size: 4_000,
    files: size => [
      jenkins(list(size, i => `stage('s${i}') { sh 'kubectl apply' }`)),
    ],
    says: /stages after the first 200 do/,
  },
  {
    name: 'parallel stages in a Jenkinsfile',
    size: 4_000,
    files: size => [
      jenkins(
        `parallel {\n${list(size, i => `stage('s${i}') { sh 'make' }`)}\n}`,
      ),
    ],
    says: /stages after the first 200 do/,
  },
  {
    name: 'methods that call each other',
    size: 60,
    files: size => [
      jenkins(
        `${list(
          5,
          i => `def m${i}() { ${list(size, `m${(i + 1) % 5}()`, '; ')} }`,
        )}\nstage('Deploy') { m0() }`,
      ),
    ],
    says: TOO_LARGE,
  },
  {
    name: 'calls in arguments',
    size: 40_000,
    files: size => [jenkins(`a "x" + `.repeat(size))],
    says: /calls inside each other more than 60 deep/,
  },
  {
    name: 'blocks in each other',
    size: 10_000,
    files: size => [jenkins('a {'.repeat(size))],
    says: /blocks inside each other more than 60 deep/,
  },
  {
    name: 'the name of an axis',
    size: 1,
    files: () => [
      jenkins(
        `stage('a') { matrix { axes { axis { name '(a+)+$('\n values 'x' } }
stages { stage('Deploy it') { sh 'kubectl apply -f $${'a'.repeat(
          60,
        )}!' } } } }`,
      ),
    ],
  },
  {
    name: 'rules in CODEOWNERS',
    size: 9_000,
    files: size => [
      { path: 'CODEOWNERS', text: list(size, i => `/a${i}/ @o${i}`) },
    ],
    says: /the last 8980 rules name: only the first 20/,
  },
  {
    name: 'folders in CODEOWNERS',
    size: 120,
    files: size => [
      {
        path: 'CODEOWNERS',
        text: list(size, i => `${'/a'.repeat(900)}${i}/ @o`),
      },
    ],
    says: /the last 100 rules name/,
  },
  {
    name: 'blanks in a README',
    size: 60_000,
    files: size => [
      readme(`# A\n\nTakes the orders of all${' '.repeat(size)}shops.\n`),
    ],
  },
  {
    name: 'links in a README',
    size: 3_000,
    files: size => [readme(list(size, '- [a](https://a.example/a)\n'))],
  },
  {
    name: 'scripts in package.json',
    size: 8_000,
    files: size => [
      {
        path: 'package.json',
        text: `{"scripts": {${list(size, i => `"a${i}": "x"`, ',')}}}`,
      },
    ],
  },
  {
    name: 'stages in a Dockerfile',
    size: 12_000,
    files: size => [{ path: 'Dockerfile', text: list(size, 'FROM a AS b') }],
  },
  {
    name: 'elements in pom.xml',
    size: 20_000,
    files: size => [
      {
        path: 'pom.xml',
        text: `<project>${list(size, '<a>b</a>', '')}</project>`,
      },
    ],
  },
  {
    name: 'containers in a manifest',
    size: 2_000,
    files: size => [
      {
        path: 'k8s/a.yaml',
        text: `apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: [${list(
          size,
          i => `{name: a${i}, readinessProbe: {httpGet: {path: /a}}}`,
          ',',
        )}]}}}`,
      },
    ],
  },
];
