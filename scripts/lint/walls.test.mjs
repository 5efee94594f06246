import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { rootDir } from '../lib/paths.mjs';

const walls = [
  '@typescript-eslint/no-restricted-imports',
  'import/no-restricted-paths',
];

const eslint = new ESLint({ cwd: rootDir });

/** The walls that an import would break, were it written in the file. */
async function brokenWalls(file, imported) {
  const [result] = await eslint.lintText(
    `import type { Thing } from '${imported}';\n\nexport type It = Thing;\n`,
    { filePath: path.join(rootDir, 'plugins', file) },
  );
  assert.equal(result.fatalErrorCount, 0, JSON.stringify(result.messages));
  return result.messages
    .map(({ ruleId }) => ruleId)
    .filter(ruleId => walls.includes(ruleId));
}

const common = 'handover-common/src/gate/sample.ts';
const frontend = 'handover/src/tab/sample.tsx';
const service = 'handover-backend/src/gate/sample.ts';
const store = 'handover-backend/src/documents/store/sample.ts';
const sql = 'handover-backend/src/entities/sql/sample.ts';
const deep = 'handover-backend/src/delivery/events/sample.ts';
const router = 'handover-backend/src/gate/router.ts';
const cli = '../packages/cli/src/commands/sample.ts';
const actions = 'scaffolder-backend-module-handover/src/actions/sample.ts';

const commonPackage = '@backstage-handover/plugin-handover-common';
const nodePackage = '@backstage-handover/plugin-handover-node';
const backendPackage = '@backstage-handover/plugin-handover-backend';
const frontendPackage = '@backstage-handover/plugin-handover';

const forbidden = [
  [common, nodePackage],
  [common, backendPackage],
  [common, frontendPackage],
  [common, 'node:fs'],
  [common, 'fs'],
  [common, 'react'],
  [common, 'knex'],
  [common, 'express'],
  [common, '@backstage/backend-plugin-api'],
  [common, '@backstage/frontend-plugin-api'],
  [frontend, nodePackage],
  [frontend, backendPackage],
  [frontend, 'node:path'],
  [frontend, 'knex'],
  [frontend, 'express'],
  [service, frontendPackage],
  [service, 'react'],
  [service, '@backstage/core-components'],
  [service, 'knex'],
  [service, 'express'],
  [service, '../documents/store'],
  [store, 'express'],
  [store, frontendPackage],
  [store, '../../entities/store'],
  [sql, 'express'],
  [sql, 'react'],
  [sql, frontendPackage],
  [sql, '../../documents/store'],
  [service, '../entities/sql'],
  [deep, '../../entities/sql'],
  [router, '../entities/sql'],
  [router, 'knex'],
  [router, '../documents/store'],
  [cli, nodePackage],
  [cli, backendPackage],
  [cli, frontendPackage],
  [cli, 'react'],
  [cli, 'knex'],
  [cli, 'express'],
  [cli, '@backstage/backend-plugin-api'],
  [actions, backendPackage],
  [actions, frontendPackage],
  [actions, 'react'],
  [actions, 'knex'],
  [actions, 'express'],
];

const allowed = [
  [common, './decide'],
  [common, '../environments/sample'],
  [common, 'zod'],
  [frontend, commonPackage],
  [frontend, 'react'],
  [service, commonPackage],
  [service, nodePackage],
  [service, 'node:crypto'],
  [service, '../documents'],
  [store, 'knex'],
  [store, './operations/markDue'],
  [store, '../../entities/sql'],
  [sql, 'knex'],
  [sql, './lists'],
  [router, 'express'],
  [cli, commonPackage],
  [cli, `${commonPackage}/secrets`],
  [cli, 'node:fs'],
  [actions, commonPackage],
  [actions, nodePackage],
  [actions, 'node:path'],
  [actions, '@backstage/plugin-scaffolder-node'],
];

describe('the walls between and inside packages', () => {
  for (const [file, imported] of forbidden) {
    it(`keep ${imported} out of ${file}`, async () => {
      assert.notDeepEqual(await brokenWalls(file, imported), []);
    });
  }

  for (const [file, imported] of allowed) {
    it(`let ${imported} into ${file}`, async () => {
      assert.deepEqual(await brokenWalls(file, imported), []);
    });
  }
});
