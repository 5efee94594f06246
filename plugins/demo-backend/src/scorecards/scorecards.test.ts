import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import demoPlugin from '..';

const folder = createMockDirectory({
  content: { 'secret.yaml': 'no', served: { 'ready.yaml': 'name: ready' } },
});

it('serves the scorecards of its folder, and nothing else', async () => {
  const backend = await startTestBackend({
    features: [
      demoPlugin,
      mockServices.rootConfig.factory({
        data: { demo: { enabled: true, scorecards: folder.resolve('served') } },
      }),
    ],
  });
  const read = async (file: string) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/demo/scorecards/${file}`,
    );
    return [response.status, await response.text()];
  };
  expect(await read('ready.yaml')).toEqual([200, 'name: ready']);
  expect(await read('gone.yaml')).toEqual([
    404,
    expect.stringContaining("No scorecard 'gone.yaml'"),
  ]);
  for (const other of ['..%2Fsecret.yaml', '', 'ready']) {
    expect(await read(other)).toEqual([404, expect.any(String)]);
  }
  await backend.stop();
});
