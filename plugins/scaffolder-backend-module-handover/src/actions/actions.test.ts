import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import scaffolderModuleHandover from '../index';
import { createHandoverAssertNewAction } from './assertNew';

const workspace = createMockDirectory();

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', description: 'Takes orders in.' },
  spec: { type: 'service', dependsOn: ['component:payments'] },
};

const running = {
  ...entity,
  metadata: {
    name: 'running',
    annotations: { 'backstage.io/kubernetes-id': 'running' },
  },
};

const onGitHub = {
  ...entity,
  metadata: {
    name: 'on-github',
    annotations: {
      'backstage.io/source-location': 'url:https://github.com/acme/orders/',
    },
  },
};

let actions: Map<string, TemplateAction>;

beforeAll(async () => {
  const added: TemplateAction[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...more) => added.push(...more) },
      ],
      [
        scaffolderTemplatingExtensionPoint,
        { addTemplateFilters: () => {}, addTemplateGlobals: () => {} },
      ],
    ],
    features: [
      scaffolderModuleHandover,
      catalogServiceMock.factory({ entities: [entity, running, onGitHub] }),
      mockServices.rootConfig.factory({
        data: { handover: { links: { schemes: ['slack'] } } },
      }),
    ],
  });
  actions = new Map(added.map(action => [action.id, action]));
});

beforeEach(() => workspace.clear());

async function run(id: string, input: JsonObject) {
  const action = actions.get(id);
  const output: JsonObject = {};
  const ctx = createMockActionContext({
    input,
    workspacePath: workspace.path,
  });
  await action?.handler({
    ...ctx,
    output: (name, value) => {
      output[String(name)] = value;
    },
  });
  return output;
}

const read = (path = 'handover.yaml') =>
  readFile(join(workspace.path, path), 'utf8');

it('offers its actions, described, with dry run and examples that name them', () => {
  expect([...actions.keys()]).toEqual([
    'handover:assert-new',
    'handover:create',
    'handover:draft',
    'handover:find-repository',
    'handover:validate',
  ]);
  for (const action of actions.values()) {
    expect(action.supportsDryRun).toBe(true);
    expect(action.description?.length).toBeGreaterThan(50);
    for (const { example } of action.examples ?? []) {
      expect(
        parse(example).steps.map((step: JsonObject) => step.action),
      ).toContain(action.id);
    }
  }
});

describe('handover:find-repository', () => {
  const find = (entityRef: string, ...hosts: string[]) =>
    run('handover:find-repository', { entityRef, hosts });

  it('finds where a template can publish to', async () => {
    const ref = 'component:default/on-github';
    await expect(find(ref, 'github', 'gitlab')).resolves.toEqual({
      host: 'github',
      repoUrl: 'github.com?owner=acme&repo=orders',
      sourceUrl: 'https://github.com/acme/orders/',
    });
    await expect(find(ref, 'gitlab', 'local')).rejects.toThrow(
      "The repository of 'component:default/on-github' is on 'github', and this template can publish to gitlab or local only. Write the handover yourself",
    );
  });

  it('says what to do, without a stack trace', async () => {
    await expect(find('component:default/none', 'github')).rejects.toThrow(
      expect.objectContaining({
        name: 'NotFoundError',
        stack:
          "No entity found for 'component:default/none'. Choose a service of the catalog",
      }),
    );
  });
});

describe('handover:assert-new', () => {
  it('lets a name pass that the catalog does not have, and no other', async () => {
    await expect(
      run('handover:assert-new', { entityRef: 'component:default/new' }),
    ).resolves.toEqual({});
    await expect(
      run('handover:assert-new', { entityRef: 'Component:Orders' }),
    ).rejects.toThrow(
      "The catalog already has 'component:default/orders'. Choose another name",
    );
  });

  it('makes nothing while the catalog does not answer, and says so', async () => {
    const action = createHandoverAssertNewAction({
      catalog: catalogServiceMock.mock({
        getEntityByRef: jest.fn().mockRejectedValue(new Error('ECONNREFUSED')),
      }),
    });
    const ctx = createMockActionContext({
      input: { entityRef: 'component:default/new' },
    });
    await expect(action.handler(ctx)).rejects.toThrow(
      "The catalog did not respond, so it is not known whether 'component:default/new' exists. Nothing was created; run the template again later; caused by Error: ECONNREFUSED",
    );
  });
});

describe('handover:create', () => {
  const hostile = {
    overview: {
      purpose: '<script>alert(1)</script>\n# no comment\n- no list',
      users: ['yes', 'null', '1e3', '@here', '{{ x }}', 'Ünïcødé 数据.v2', ''],
      impact: '',
    },
    rollback: { approvers: ["'; DROP TABLE", '*alias', '&anchor', '!tag'] },
    deployment: { steps: [] },
  };

  it('writes what the form said, whatever it looks like, and what is still owed', async () => {
    const output = await run('handover:create', {
      path: 'docs/handover.yaml',
      document: hostile,
    });
    const text = await read('docs/handover.yaml');

    expect(parseHandoverDocument(text)).toEqual({
      document: {
        apiVersion: 'handover.dev/v1',
        kind: 'Handover',
        overview: {
          purpose: hostile.overview.purpose,
          users: hostile.overview.users.slice(0, -1),
        },
        rollback: hostile.rollback,
      },
      problems: [],
    });
    expect(text).toContain('#   overview.impact: The cost of an outage');
    expect(text).toContain('# dayOne:\n');
    expect(output).toEqual({
      path: 'docs/handover.yaml',
      coverage: expect.closeTo(3 / 42, 1),
      missing: expect.stringContaining('`rollback.risk`'),
    });
  });

  it('can run again, and never overwrites something else', async () => {
    const document = { overview: { purpose: 'Takes orders in.' } };
    await run('handover:create', { path: 'handover.yaml', document });
    await run('handover:create', { path: 'handover.yaml', document });
    const text = await read();

    await expect(
      run('handover:create', { path: 'handover.yaml', document: hostile }),
    ).rejects.toThrow("'handover.yaml' already exists in the workspace");
    expect(await read()).toBe(text);
  });

  it.each([
    [{ overviev: { purpose: 'x' } }, /overvie/],
    [{ overview: { purpose: 'x'.repeat(1_000_000) } }, /./],
    [{ overview: { criticality: 'huge' } }, /overview\.criticality/],
    [
      {
        notes: {
          items: [
            {
              kind: 'history',
              text: `token ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`,
            },
          ],
        },
      },
      /./,
    ],
  ])(
    'writes nothing of values that are not right',
    async (document, message) => {
      const error: Error = await run('handover:create', {
        path: 'handover.yaml',
        document,
      }).then(
        () => new Error('it was written'),
        each => each,
      );

      expect(error.message).toMatch('No handover was written');
      expect(error.message).toMatch(message);
      expect(error.message).not.toContain('ghp_a1');
      expect(error.message.length).toBeLessThan(5_000);
      await expect(read()).rejects.toThrow('ENOENT');
    },
  );

  it('stays in the workspace', async () => {
    const outside = createMockDirectory();
    await symlink(outside.path, join(workspace.path, 'link'));
    const document = { overview: { purpose: 'x' } };

    for (const path of ['../a.yaml', '/etc/a.yaml', 'link/a.yaml', 'a\0']) {
      await expect(run('handover:create', { path, document })).rejects.toThrow(
        /path/,
      );
    }
    expect(outside.content()).toEqual({});
  });
});

describe('handover:draft', () => {
  it('drafts from files and the catalog, and leaves links alone', async () => {
    const outside = createMockDirectory({
      content: { CODEOWNERS: '* @secret/team\n' },
    });
    workspace.setContent({
      service: {
        'README.md': '# Orders\n\nTakes orders in and has them paid.\n',
        'go.mod': Buffer.from([0, 1, 2]),
        'pom.xml': 'x'.repeat(300_000),
      },
    });
    await symlink(
      outside.resolve('CODEOWNERS'),
      workspace.resolve('service/CODEOWNERS'),
    );
    const output = await run('handover:draft', {
      entityRef: 'component:orders',
      sourcePath: 'service',
      path: 'handover.yaml',
    });
    const text = await read();

    expect(text).toContain(
      '  # from README.md:3\n  purpose: Takes orders in and has them paid.\n',
    );
    expect(text).toContain('entityRef: component:default/payments');
    expect(text).not.toContain('@secret');
    expect(output.sources).toContain('- `overview.purpose` from `README.md:3`');
    expect(output.unknown).toBe(
      '- `go.mod`: not read: is not a text file\n- `pom.xml`: not read: is larger than 256 KiB',
    );
  });

  it('names what the files leave open and what could not be read, without secrets', async () => {
    const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    workspace.setContent({
      Jenkinsfile: "pipeline {\n  stages {\n    stage('Build') {\n",
      '.gitlab-ci.yml': `include:\n  - remote: https://x:${token}@ci.example.com/a.yml\n`,
      'k8s/prod/a.yaml': 'kind: [Deployment\n',
    });
    const { unknown } = await run('handover:draft', { path: 'handover.yaml' });
    const text = await read();

    expect(unknown).toContain(
      "- `Jenkinsfile:3`: not read: the file opens '{' and never closes it",
    );
    expect(unknown).toContain('- `k8s/prod/a.yaml:2`: not read: ');
    expect(unknown).toContain('- `.gitlab-ci.yml:2`: what `');
    expect(text).toContain('# Unknown:\n# - ');
    expect(`${unknown}${text}`).not.toContain(token);
  });

  it('does without what runs where Kubernetes cannot be asked', async () => {
    workspace.setContent({
      'README.md': '# Runs\n\nTakes orders in and has them paid.\n',
    });
    await run('handover:draft', { entityRef: 'component:running' });
    expect(await read()).toContain(
      'purpose: Takes orders in and has them paid.',
    );
  });

  it('says which entity is not in the catalog', async () => {
    await expect(
      run('handover:draft', {
        entityRef: 'component:default/nothing',
        sourcePath: '.',
        path: 'handover.yaml',
      }),
    ).rejects.toThrow("No entity found for 'component:default/nothing'");
  });
});

describe('handover:validate', () => {
  it('fails with every position, and returns warnings otherwise', async () => {
    workspace.setContent({
      'bad.yaml':
        'apiVersion: handover.dev/v1\nkind: Handover\noverview:\n  purpos: x\n  criticality: huge\n',
      'good.yaml':
        'apiVersion: handover.dev/v1\nkind: Handover\narchitecture:\n  links: [{ title: Chat, url: slack://channel }]\n',
    });

    await expect(
      run('handover:validate', { path: 'bad.yaml' }),
    ).rejects.toThrow(/bad\.yaml:4:3 [^]*bad\.yaml:5:16 /);
    await expect(
      run('handover:validate', { path: 'none.yaml' }),
    ).rejects.toThrow("No file 'none.yaml' found in the workspace");
    expect(await run('handover:validate', { path: 'good.yaml' })).toEqual({
      warnings: [],
      coverage: expect.any(Number),
      missing: expect.stringContaining('**Overview**'),
    });
  });
});
