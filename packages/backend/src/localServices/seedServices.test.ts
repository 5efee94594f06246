import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { seedServices } from './seedServices';

const folder = createMockDirectory();
const source = createMockDirectory();

it('copies a service once if several processes start together, without a warning', async () => {
  source.setContent({ 'shop/README.md': '# Shop' });
  const seed = [path.join(source.path, 'shop')];
  const loggers = Array.from({ length: 3 }, () => mockServices.logger.mock());
  await Promise.all(
    loggers.map(logger => seedServices({ folder: folder.path, seed, logger })),
  );

  expect(await readdir(folder.path)).toEqual(['shop']);
  const logged = (level: 'info' | 'warn') =>
    loggers.flatMap(logger => logger[level].mock.calls);
  expect(logged('warn')).toEqual([]);
  expect(logged('info')).toEqual([
    [`Copied the example service 'shop' to ${folder.path}`],
  ]);
});

it('warns of a service that cannot be copied, and copies the others', async () => {
  folder.clear();
  source.setContent({ 'shop/README.md': '# Shop' });
  const logger = mockServices.logger.mock();
  const missing = path.join(source.path, 'missing');
  await seedServices({
    folder: folder.path,
    seed: [missing, path.join(source.path, 'shop')],
    logger,
  });

  expect(await readdir(folder.path)).toEqual(['shop']);
  expect(logger.warn.mock.calls).toEqual([
    [
      `The example service ${missing} could not be copied to ${folder.path}`,
      expect.objectContaining({ code: 'ENOENT' }),
    ],
  ]);
});
