import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { rootDir } from '../lib/paths.mjs';
import { publicPackages } from './packAll.mjs';
import {
  addToBackend,
  addToEntityPage,
  installLines,
} from './installLines.mjs';

const page = readFileSync(path.join(rootDir, 'docs/install.md'), 'utf8');

describe('the lines of docs/install.md', () => {
  it('install every plugin and module, and add each to the backend', async () => {
    const { packages, backend } = installLines(page, { legacy: false });
    const libraries = ['plugin-handover-common', 'plugin-handover-node', 'cli'];
    // A new app does not have the plugin that it is a module of.
    const others = ['plugin-tech-insights-backend-module-handover'];
    const expected = (await publicPackages())
      .map(({ name }) => name)
      .filter(
        name =>
          ![...libraries, ...others].some(each => name.endsWith(`/${each}`)),
      )
      .sort();
    assert.deepEqual([...packages.app, ...packages.backend].sort(), expected);
    assert.deepEqual(packages.app, ['@backstage-handover/plugin-handover']);
    for (const name of packages.backend) {
      assert.match(backend.join('\n'), new RegExp(`import\\('${name}'\\)`));
    }
  });

  it('put the card and the tab into the page of the legacy frontend system', () => {
    const { entityPage, config } = installLines(page, { legacy: true });
    assert.deepEqual(config, []);
    const source = [
      'const overviewContent = (',
      '  <Grid container>',
      '    <Grid item><About /></Grid>',
      '  </Grid>',
      ');',
      'const serviceEntityPage = (',
      '  <EntityLayout>',
      '    <EntityLayout.Route path="/">{overviewContent}</EntityLayout.Route>',
      '  </EntityLayout>',
      ');',
      'const websiteEntityPage = (',
      '  <EntityLayout>',
      '    <EntityLayout.Route path="/">{overviewContent}</EntityLayout.Route>',
      '  </EntityLayout>',
      ');',
    ].join('\n');
    const result = addToEntityPage(source, entityPage);
    assert.match(result, /^import \{[^}]*isHandoverAvailable/);
    assert.match(
      result,
      /<About \/><\/Grid>\s*<EntitySwitch>[\s\S]*isHandoverAvailable[\s\S]*<EntityHandoverCard \/>[\s\S]*<\/EntitySwitch>\s*<\/Grid>\n\);/,
    );
    // The component of a new app is a website, and most other components are services.
    const tabs = result.matchAll(
      /const (\w+) = \(\s*<EntityLayout>(?:(?!\n\);)[\s\S])*path="\/handover"[^>]*>\s*<EntityHandoverContent \/>\s*<\/EntityLayout\.Route>\s*<\/EntityLayout>\n\);/g,
    );
    assert.deepEqual(
      [...tabs].map(([, name]) => name),
      ['serviceEntityPage', 'websiteEntityPage'],
    );
  });

  it('refuse an app in which they have no place', () => {
    const { entityPage } = installLines(page, { legacy: true });
    assert.throws(() => addToEntityPage('', entityPage), /overviewContent/);
    assert.throws(() => addToBackend('', []), /does not start/);
    assert.equal(
      addToBackend('a;\nbackend.start();\n', ['b;']),
      'a;\nb;\n\nbackend.start();\n',
    );
  });
});
