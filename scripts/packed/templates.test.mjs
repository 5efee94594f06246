import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { copyTemplates } from '../../plugins/scaffolder-backend-module-handover/scripts/templates.mjs';
import { rootDir } from '../lib/paths.mjs';

describe('the templates in the package', () => {
  let folder;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'handover-templates-'));
    await copyTemplates({
      from: path.join(rootDir, 'examples/templates'),
      to: folder,
    });
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const read = async name =>
    readFile(path.join(folder, name, 'template.yaml'), 'utf8');

  for (const name of ['service-with-handover', 'handover-for-a-service']) {
    it(`do not publish to the folder of the example portal: ${name}`, async () => {
      const text = await read(name);
      assert.doesNotMatch(text, /local/);
      const { spec } = parse(text);
      const hosts = spec.parameters.flatMap(
        ({ properties }) => properties.host ?? [],
      );
      const asked = ['github', 'gitlab'];
      const found = spec.steps.flatMap(({ input }) => input.hosts ?? []);
      assert.deepEqual(
        hosts.length > 0
          ? hosts.map(({ enum: values, enumNames, default: first }) => [
              values,
              enumNames,
              first,
            ])
          : found,
        hosts.length > 0 ? [[asked, ['GitHub', 'GitLab'], 'github']] : asked,
      );
      const actions = spec.steps.map(({ action }) => action);
      assert.ok(actions.some(action => action.startsWith('publish:github')));
      assert.ok(actions.some(action => action.startsWith('publish:gitlab')));
    });
  }

  it('bring the list of ignored files, which packing leaves out', async () => {
    const skeleton = path.join(folder, 'service-with-handover/skeleton');
    assert.ok(existsSync(path.join(skeleton, 'gitignore')));
    assert.ok(!existsSync(path.join(skeleton, '.gitignore')));
    const { spec } = parse(await read('service-with-handover'));
    const at = spec.steps.findIndex(({ action }) => action === 'fs:rename');
    assert.equal(spec.steps[at - 1].id, 'service');
    assert.deepEqual(spec.steps[at].input.files, [
      { from: 'gitignore', to: '.gitignore' },
    ]);
  });
});
