import { createMockDirectory } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { createFetchLocalAction } from './fetchLocal';
import { createPublishLocalAction } from './publishLocal';

const folder = createMockDirectory();
const workspace = createMockDirectory();
const outside = createMockDirectory({ content: { secret: 'not for readers' } });

beforeEach(() => {
  folder.clear();
  workspace.clear();
});

const linkIn = async (place: string) => {
  await mkdir(path.join(place, 'docs'), { recursive: true });
  await symlink(
    path.join(outside.path, 'secret'),
    path.join(place, 'docs/link'),
  );
};

it.each([true, false])(
  'does not publish a symbolic link (dry run: %p)',
  async isDryRun => {
    await linkIn(workspace.path);
    const action = createPublishLocalAction({
      folder: folder.path,
      catalog: catalogServiceMock(),
    });
    const context = createMockActionContext({
      input: { name: 'orders' },
      workspacePath: workspace.path,
      isDryRun,
    });
    await expect(action.handler(context as never)).rejects.toThrow(
      "'docs/link' is a symbolic link",
    );
    expect(await readdir(folder.path)).toEqual([]);
  },
);

it('does not fetch a symbolic link', async () => {
  await linkIn(path.join(folder.path, 'orders'));
  const action = createFetchLocalAction({ folder: folder.path });
  const context = createMockActionContext({
    input: { name: 'orders' },
    workspacePath: workspace.path,
  });
  await expect(action.handler(context as never)).rejects.toThrow(
    "'docs/link' is a symbolic link",
  );
  expect(await readdir(workspace.path)).toEqual([]);
});
