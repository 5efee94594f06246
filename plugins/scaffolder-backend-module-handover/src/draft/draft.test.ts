import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  evidenceComments,
  formatEvidence,
} from '@backstage-handover/plugin-handover-common/proposals';
import {
  serializeHandoverDocument,
  withComments,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import type { Entity } from '@backstage/catalog-model';
import { draftDocument } from './draftDocument';
import { propose } from './propose';
import { readSources } from './readSources';
import { toDraftedEntity } from './sources/catalogEntity';
import { at } from './types';
import type { SourceFile } from './types';

const linkSchemes = ['http', 'https', 'mailto'];

const rates: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'rates',
    namespace: 'money',
    description: 'Says what a currency is worth in another one.',
    annotations: {
      'backstage.io/source-location':
        'url:https://gitlab.com/money/rates/-/tree/main/',
    },
    links: [
      { url: 'https://wiki.example.com/rates', title: 'System design' },
      { url: 'https://dashboards.example.com/rates', title: 'Dashboard' },
    ],
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:money/rates',
    dependsOn: ['resource:rates-db'],
    consumesApis: ['central-bank', 'api:default/holidays', 'not/a/ref'],
  },
};

/** Where a fixture is; the document that is expected of it lies beside it. */
const folder = (name: string) => resolve(__dirname, '__fixtures__', name);

async function draftOf(proposals: Proposal[]) {
  const draft = await draftDocument(proposals, { linkSchemes });
  return {
    ...draft,
    text: withComments(serializeHandoverDocument(draft.document), {
      header: [],
      fields: evidenceComments(draft.fields),
      footer: [],
    }),
  };
}

it('knows an environment by every name that is configured or common', async () => {
  const said = (name: string, values = {}): Proposal => ({
    kind: 'environment',
    name,
    values,
    evidence: at('pipeline.yaml', 1),
  });
  const environmentsOf = async (environments?: Environments) => {
    const { document } = await draftDocument(
      [
        said('Stage', { namespace: 'orders-stage' }),
        said('staging', { cluster: 'eu-1' }),
        said('Prod', { promotedFrom: 'stg' }),
        said('production'),
        said('live'),
      ],
      { linkSchemes, environments },
    );
    return document.environments?.items;
  };
  expect(await environmentsOf()).toEqual([
    { name: 'Stage', namespace: 'orders-stage', cluster: 'eu-1' },
    { name: 'Prod', promotedFrom: 'Stage' },
    { name: 'live' },
  ]);
  expect(
    await environmentsOf(
      Environments.create([
        { name: 'stage' },
        { name: 'staging' },
        { name: 'production', aliases: ['live'] },
      ]),
    ),
  ).toEqual([
    { name: 'Stage', namespace: 'orders-stage' },
    { name: 'staging', cluster: 'eu-1' },
    { name: 'Prod' },
  ]);
});

describe('a draft of a repository', () => {
  it.each([
    ['a Node.js service on GitHub, deployed with Kustomize', 'node', undefined],
    ['a Java service with Maven, Jenkins and Helm', 'java', undefined],
    ['a Go service on GitLab, known to the catalog', 'go', rates],
  ])(
    'says of %s what it shows, and nothing else',
    async (_, name, entity: Entity | undefined) => {
      const { files, skipped } = await readSources(folder(name));
      const draft = await draftOf(
        propose(files, entity && toDraftedEntity(entity)),
      );

      expect(draft.text).toBe(
        readFileSync(folder(`${name}.handover.yaml`), 'utf8'),
      );
      expect(skipped).toEqual([]);
      expect(draft.refused.map(({ from }) => from)).toEqual(
        entity ? ['component:money/rates spec.consumesApis[2]'] : [],
      );
    },
  );

  it('refers to a line of a file that exists for everything it says', async () => {
    const { files } = await readSources(folder('node'));
    for (const { evidence } of propose(files)) {
      const [, path, line] =
        /^(.+):(\d+)$/.exec(formatEvidence(evidence)) ?? [];
      const lines = files.find(file => file.path === path)?.text.split('\n');
      const text = lines?.[Number(line) - 1]?.trim();
      expect(text).toBeTruthy();
      expect(evidence).toMatchObject({ quote: text, confidence: 1 });
    }
  });

  it('does not propose what its sources disagree about', async () => {
    const manifest = (kind: string, namespace: string) =>
      `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  namespace: ${namespace}\n`;
    const draft = await draftOf(
      propose([
        { path: 'k8s/prod/a.yaml', text: manifest('Deployment', 'one') },
        { path: 'k8s/production/b.yaml', text: manifest('DaemonSet', 'two') },
        { path: 'k8s/qa/c.yaml', text: manifest('Deployment', 'three') },
      ]),
    );

    expect(draft.document.environments?.items).toEqual([
      { name: 'qa', namespace: 'three' },
      { name: 'prod' },
    ]);
  });

  it('leaves out what is not valid and what holds a secret, and says where it stood', async () => {
    const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const draft = await draftOf(
      propose(
        [
          {
            path: 'README.md',
            text: `# Orders\n\nTakes orders in, and calls GitHub with ${token} when it can.\n`,
          },
          {
            path: 'CODEOWNERS',
            text: `* @orders/team\n/${'x'.repeat(1_900)}/ @orders/platform\n`,
          },
          {
            path: '.gitlab-ci.yml',
            text: 'deploy:\n  environment: { name: production, url: "javascript:alert(1)" }\n  script: [deploy]\n',
          },
        ],
        toDraftedEntity(rates),
      ),
    );

    expect(draft.text).not.toContain(token);
    expect(draft.text).not.toContain('javascript');
    expect(draft.document.overview?.purpose).toBe(rates.metadata.description);
    expect(draft.document.environments?.items).toEqual([
      { name: 'production' },
    ]);
    expect(draft.refused.map(({ from }) => from)).toEqual([
      'README.md:3',
      'component:money/rates spec.consumesApis[2]',
      '.gitlab-ci.yml:2',
    ]);
    expect(JSON.stringify(draft.refused)).not.toContain(token);
  });

  it('does not promote in a circle, whatever pipelines say', async () => {
    const workflow = (name: string, from: string, to: string) => ({
      path: `.github/workflows/${name}.yml`,
      text: `on: push\njobs:\n  a: { environment: ${from}, steps: [{ run: ./deploy.sh }] }\n  b: { needs: a, environment: ${to}, steps: [{ run: ./deploy.sh }] }\n`,
    });
    const draft = await draftOf(
      propose([
        workflow('one', 'staging', 'production'),
        workflow('two', 'production', 'staging'),
      ]),
    );

    expect(draft.document.environments?.items).toEqual([
      { name: 'staging' },
      { name: 'production' },
    ]);
    expect(draft.refused).toEqual([
      { from: 'promotion', reason: expect.stringContaining('circle') },
    ]);
  });
});

describe('files that were made to do harm', () => {
  const paths = [
    'README.md',
    'package.json',
    'pom.xml',
    'go.mod',
    'Dockerfile',
    'Chart.yaml',
    'k8s/production/kustomization.yaml',
    'k8s/production/deployment.yaml',
    'main.tf',
    'CODEOWNERS',
    'Jenkinsfile',
    '.gitlab-ci.yml',
    '.github/workflows/deploy.yml',
  ];
  const SIZE = 20_000;
  const filled = (part: string) =>
    part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);

  it.each([
    ['nothing', ''],
    ['brackets', filled('[')],
    ['braces', filled('a{')],
    ['closed braces on one line', filled("stage('deploy'){}")],
    ['stages', filled("stage('deploy to production') {\n}\n")],
    ['comments that do not end', filled('/*')],
    ['texts that do not end', filled("'\\'")],
    ['triple quotes', filled("'''\n")],
    ['emphasis', filled('**a ')],
    ['links', filled('[a](')],
    ['HTML', filled('<a ')],
    ['elements', filled('<a>')],
    ['entities', `<!DOCTYPE a [${filled('<!ENTITY b "&b;">')}]><a>&b;</a>`],
    ['aliases', `a: &a [x]\n${filled('b: [*a, *a]\n')}`],
    ['lists in lists', filled('- ')],
    ['keys', filled('kind: Deployment\n')],
    ['jobs', `jobs:\n${filled('  deploy: { needs: deploy }\n')}`],
    ['templates', filled('deploy: { extends: [deploy, deploy] }\n')],
    ['FROM', `FROM ${filled('--a ')}`],
    ['slashes', `{"repository": "https://a/${filled('/')}x"}`],
    ['owners', filled('/a @b/c\n')],
    ['no text', '\u0000\u2028\ufeff\ud800\r\n\u0085'],
  ])('are read in little time: %s', async (_, text) => {
    const files = paths.map((path): SourceFile => ({ path, text }));
    // Not by the clock, which a busy machine makes run ahead of the work.
    const started = process.cpuUsage();
    const { document } = await draftOf(propose(files));

    expect(document.kind).toBe('Handover');
    expect(process.cpuUsage(started).user).toBeLessThan(10_000_000);
  });

  it('cannot write anything but comments through their names', async () => {
    const path = 'k8s/production\n/x\u2028: {}\r- # yes/a.yaml';
    const draft = await draftOf(
      propose([
        { path, text: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}' },
      ]),
    );

    expect(draft.text).toContain(
      '# from k8s/production /x : {} - # yes/a.yaml:2\n',
    );
  });
});
