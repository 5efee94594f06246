import { ConfigReader } from '@backstage/config';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { parse } from 'yaml';
import { loadSource } from './docs/loadSource.mjs';
import { readPage } from './docs/pages.mjs';
import { rootDir } from '../lib/paths.mjs';

const COMMON = 'plugins/handover-common/src';

const readText = file => readFileSync(path.join(rootDir, file), 'utf8');

/** The value of a constant that a module keeps to itself, such as `5 * 60_000`. */
function constantOf(file, name) {
  const product = new RegExp(`const ${name} = ([\\d_ *]+);`).exec(
    readText(file),
  )?.[1];
  assert.ok(product, `${file} has no constant ${name}`);
  return product
    .split('*')
    .reduce((total, factor) => total * Number(factor.replace(/_/g, '')), 1);
}

/** The rows of the tables of a page, as texts of their cells. */
function rowsOf(page) {
  return page.text
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    );
}

const count = number => number.toLocaleString('en-US');

function assertSays(page, ...sentences) {
  for (const sentence of sentences) {
    assert.ok(
      page.prose.includes(sentence),
      `${page.file} does not say "${sentence}"`,
    );
  }
}

describe('docs/handover-yaml.md', () => {
  const page = readPage('docs/handover-yaml.md');
  const { REQUIRED_FIELDS, SECTION_KEYS, DEFAULT_REVIEW_EVERY } = loadSource(
    `${COMMON}/documents/index.ts`,
  );

  it('states the limits', () => {
    const limits = loadSource(`${COMMON}/documents/limits.ts`);
    const fields = loadSource(`${COMMON}/documents/fields.ts`);
    const longest = field =>
      field._zod.def.checks.find(({ _zod }) => _zod.def.check === 'max_length')
        ._zod.def.maximum;
    const stated = Object.fromEntries(rowsOf(page));
    assert.deepEqual(
      {
        'Size of the file': `${limits.MAX_DOCUMENT_BYTES / 1024} KiB`,
        Windows: count(limits.MAX_WINDOWS),
        'Time zones of windows': count(limits.MAX_TIME_ZONES),
        Environments: count(limits.MAX_ENVIRONMENTS),
        'Environments of a window': count(limits.MAX_WINDOW_ENVIRONMENTS),
        'Items in any other list': count(limits.MAX_LIST_ITEMS),
        'Characters in a text': count(longest(fields.text)),
        'Characters in a name': count(longest(fields.name)),
        'Keys in a mapping': count(limits.MAX_KEYS),
        'YAML tokens (words and punctuation)': count(limits.MAX_TOKENS),
        'Levels of nesting': count(limits.MAX_DEPTH),
        'YAML aliases': count(limits.MAX_ALIASES),
        'Problems reported at the same time': count(limits.MAX_PROBLEMS),
      },
      Object.fromEntries(
        Object.entries(stated).filter(([, value]) => /^\d/.test(value)),
      ),
    );
    assertSays(page, `can have at most ${longest(fields.itemId)} characters`);
  });

  it('states the number of required fields and the default of a review', () => {
    const required = Object.values(REQUIRED_FIELDS).flat().length;
    assertSays(
      page,
      `the same ${required} required fields`,
      `# default: ${DEFAULT_REVIEW_EVERY}`,
    );
  });

  it('has a heading for each section, in their order', () => {
    const headings = page.headings
      .filter(({ depth }) => depth === 3)
      .map(({ text }) => text);
    assert.deepEqual(headings, [...SECTION_KEYS]);
  });

  it('marks exactly the required fields in its examples', () => {
    for (const key of SECTION_KEYS) {
      const examples = page.examples.filter(({ text }) =>
        text.startsWith(`${key}:`),
      );
      assert.ok(examples.length > 0, `no example of ${key}`);
      const marked = examples
        .flatMap(({ text }) => text.split('\n'))
        .filter(line => line.includes('# ●'))
        .map(line => /(\w+):/.exec(line)[1]);
      const required = REQUIRED_FIELDS[key].map(({ path: field }) =>
        field.split(/[.[\]]+/).at(-1),
      );
      assert.deepEqual(marked.sort(), required.sort(), key);
    }
  });

  it('shows problems as they are reported', async () => {
    const { checkHandoverDocument } = loadSource(`${COMMON}/secrets.ts`);
    const { problems } = await checkHandoverDocument(
      readText('examples/services/loyalty-points/handover.yaml'),
    );
    const reported = problems.map(
      each => `${each.line}:${each.column} ${each.path}: ${each.message}`,
    );
    const shown = page.examples.find(({ language }) => language === '').text;
    for (const line of shown.split('\n')) {
      const [place, ...rest] = line.split(/ +/);
      assert.ok(reported.includes([place, ...rest].join(' ')), line);
    }
    assert.equal(problems.length, 7, 'the-tab.md says seven');
  });
});

describe('docs/the-tab.md', () => {
  const page = readPage('docs/the-tab.md');

  it('uses the labels of the tab', () => {
    const folder = 'plugins/handover/src/messages';
    const messages = readdirSync(path.join(rootDir, folder))
      .filter(name => !['index.ts', 'translationRef.ts'].includes(name))
      .map(name => JSON.stringify(loadSource(`${folder}/${name}`)))
      .join();
    const labels = page.bold.filter(text => !messages.includes(`"${text}"`));
    assert.deepEqual(labels, []);
  });

  it('states how often each part refreshes', () => {
    const every = (file, name) => {
      const seconds = constantOf(`plugins/handover/src/${file}`, name) / 1_000;
      const minutes = seconds / 60;
      return seconds < 60
        ? `every ${seconds} seconds`
        : `every ${minutes === 1 ? 'minute' : `${minutes} minutes`}`;
    };
    const stated = Object.fromEntries(rowsOf(page));
    assert.equal(
      stated['What runs now'],
      every('kubernetes/useKubernetesReading.ts', 'INTERVAL_MS'),
    );
    assert.equal(
      stated['Firing alerts'],
      every('alerts/useAlerts.ts', 'INTERVAL_MS'),
    );
    assert.equal(
      stated['Rollback triggers'],
      every('triggers/useTriggers.ts', 'INTERVAL_MS'),
    );
    assert.equal(
      stated['What is deployed'],
      every('delivery/useDelivery.ts', 'INTERVAL_MS'),
    );
    assert.equal(
      stated.Gate,
      `when a verdict is due to change, and ${every(
        'gate/useGateDecisions.ts',
        'REFRESH_MS',
      )}`,
    );
    assert.equal(
      stated.Calendar,
      every('gate/calendar/useOccurrences.ts', 'INTERVAL_MS'),
    );
    assert.equal(
      stated.Handover,
      every('documents/useHandover.ts', 'INTERVAL_MS'),
    );
  });

  it('states how soon a failed refresh is retried', () => {
    const file = 'plugins/handover/src/components/readings/useReading.ts';
    const first = constantOf(file, 'RETRY_MS') / 1_000;
    assertSays(
      page,
      `after ${first}, ${2 * first} and ${4 * first} seconds, then every ${
        constantOf(file, 'MAX_RETRY_MS') / 1_000
      } seconds`,
    );
  });
});

describe('docs/windows-and-gate.md', () => {
  it('states the limits of windows', () => {
    const gate = `${COMMON}/gate`;
    const recurrence = loadSource(`${gate}/recurrence.ts`);
    const { MAX_RANGE_DAYS } = loadSource(`${gate}/expand.ts`);
    const { MAX_WINDOWS } = loadSource(`${COMMON}/documents/limits.ts`);
    assertSays(
      readPage('docs/windows-and-gate.md'),
      `at most ${recurrence.MAX_TIMES_A_DAY} starts a day`,
      `\`COUNT\` is at most ${count(recurrence.MAX_COUNT)}, or ${
        recurrence.MAX_POSITIONED_COUNT
      } with \`BYSETPOS\``,
      `no occurrence within ${recurrence.YEARS_TO_FIRST} years`,
      `for at most ${count(MAX_RANGE_DAYS)} days`,
      `more than ${MAX_WINDOWS} windows`,
    );
  });
});

describe('docs/golden-path.md', () => {
  const page = readPage('docs/golden-path.md');

  it('states how many questions the template asks', () => {
    const { spec } = parse(
      readText('examples/templates/service-with-handover/template.yaml'),
    );
    const questions = spec.parameters.flatMap(({ properties }) =>
      Object.keys(properties),
    );
    assert.equal(questions.length, 9);
    assertSays(page, 'asks nine questions, or ten if you publish to GitHub');
  });

  it('names the file that lists what is missing', () => {
    const { spec } = parse(
      readText('examples/templates/service-with-handover/template.yaml'),
    );
    const { targetPath } = spec.steps.find(({ id }) => id === 'todo').input;
    assertSays(page, `\`${targetPath}/handover-todo.md\``);
    readText('examples/templates/service-with-handover/todo/handover-todo.md');
  });

  it('lists the actions and the filters', () => {
    const source = 'plugins/scaffolder-backend-module-handover/src';
    for (const [, name] of page.text.matchAll(/^\| `(handover\w*:?[\w-]*)/gm)) {
      const [, action] = name.split(':');
      const camelCase = action?.replace(/-(\w)/g, (_, letter) =>
        letter.toUpperCase(),
      );
      const file = action
        ? `actions/${camelCase === 'assertNew' ? 'assertNew' : camelCase}.ts`
        : 'templating/filters.ts';
      assert.ok(
        readText(`${source}/${file}`).includes(`id: '${name}'`),
        `${file} has no '${name}'`,
      );
    }
  });
});

describe('docs/drafting.md', () => {
  it('states how large a file can be', () => {
    const largest = constantOf(
      'plugins/scaffolder-backend-module-handover/src/draft/readSources.ts',
      'MAX_FILE_BYTES',
    );
    assertSays(
      readPage('docs/drafting.md'),
      `Files larger than ${largest / 1024} KiB`,
    );
  });
});

describe('docs/integrations.md', () => {
  const page = readPage('docs/integrations.md');

  it('states the defaults of the search module', () => {
    const { readCollatorConfig } = loadSource(
      'plugins/search-backend-module-handover/src/collators/config.ts',
    );
    const { schedule, locationTemplate, batchSize } = readCollatorConfig(
      new ConfigReader({}),
    );
    const stated = Object.fromEntries(rowsOf(page));
    assert.equal(
      stated['`schedule`'],
      `every ${schedule.frequency.minutes} minutes, ${schedule.initialDelay.seconds} seconds after the start`,
    );
    assert.equal(stated['`locationTemplate`'], `\`${locationTemplate}\``);
    assert.equal(stated['`batchSize`'], `${batchSize}`);
  });

  it('lists the topics of events', () => {
    const { HANDOVER_EVENT_TOPICS } = loadSource(
      `${COMMON}/events/domainEvents.ts`,
    );
    const listed = rowsOf(page)
      .map(([topic]) => topic)
      .filter(topic => /^`handover\.\w+\.[\w-]+`$/.test(topic));
    assert.deepEqual(
      listed,
      HANDOVER_EVENT_TOPICS.map(topic => `\`${topic}\``),
    );
    const week = constantOf(
      'plugins/handover-backend/src/delivery/store/operations/appendDeploymentEvents.ts',
      'NEWS_MS',
    );
    assert.equal(week, 7 * 24 * 60 * 60 * 1_000, 'more than a week old');
  });

  it('names the labels of the filter in the catalog', () => {
    const { catalogMessages } = loadSource(
      'plugins/handover/src/messages/catalog.ts',
    );
    const labels = Object.values(catalogMessages.status);
    assert.deepEqual(
      page.bold.filter(text => labels.includes(text)),
      labels,
    );
  });
});

describe('docs/install.md', () => {
  it('removes every permission from the policy, and no other', () => {
    const permissions = Object.values(
      loadSource(`${COMMON}/permissions.ts`),
    ).flatMap(each => (each.type && each.name ? [each.name] : []));
    assert.ok(permissions.length > 0, 'no permission found');
    const [, step] =
      /^## Remove Handover\n[^]*?^4\. ([^]*?)^5\. /m.exec(
        readPage('docs/install.md').text,
      ) ?? [];
    const named = step?.match(/handover\.[a-z]+\.[a-z]+/g);
    assert.deepEqual(named?.sort(), permissions.sort());
  });
});

describe('docs/configuration.md', () => {
  /** The numbers and durations that a declaration gives as the default of a key. */
  function declaredDefaults(file) {
    const defaults = new Map();
    const source = ts.createSourceFile(
      file,
      readText(file),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node, prefix) => {
      if (!ts.isPropertySignature(node)) {
        node.forEachChild(child => visit(child, prefix));
        return;
      }
      const key = [...prefix, node.name.getText(source)];
      for (const tag of ts.getJSDocTags(node)) {
        if (tag.tagName.text === 'default' && /^\d/.test(tag.comment)) {
          defaults.set(key.slice(1).join('.'), tag.comment);
        }
      }
      node.forEachChild(child => visit(child, key));
    };
    visit(source, []);
    return defaults;
  }

  it('states the defaults of config.d.ts', () => {
    const defaults = declaredDefaults('plugins/handover-backend/config.d.ts');
    const stated = Object.fromEntries(
      rowsOf(readPage('docs/configuration.md')).map(([key, value]) => [
        key.replace(/`/g, ''),
        value.replace(/`/g, ''),
      ]),
    );
    assert.ok(defaults.size > 10);
    for (const [key, value] of defaults) {
      assert.equal(stated[key], value, key);
    }
  });
});

describe('docs/demo.md', () => {
  const page = readPage('docs/demo.md');
  const { worldOf } = loadSource('plugins/demo-backend/src/world/worldOf.ts');
  const { Clock } = loadSource('plugins/demo-backend/src/world/types.ts');
  const began = new Date('2026-11-21T10:00:00Z');
  const now = new Date(began.getTime() + 9 * 60_000);
  const worlds = Object.fromEntries(
    ['production', 'staging'].map(cluster => [
      cluster,
      worldOf(cluster, new Clock(began, now), { manyPods: 20 }),
    ]),
  );

  /** A workload, with the numbers of its revisions. */
  function find(cluster, name) {
    const [namespace, kind, ...rest] = name.split('/');
    const objects = worlds[cluster].filter(
      ({ metadata }) => metadata.namespace === namespace,
    );
    const workload = objects.find(
      each => each.kind === kind && each.metadata.name === rest.join('/'),
    );
    const revisions = objects
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(
          ({ uid }) => uid === workload?.metadata.uid,
        ),
      )
      .map(({ revision, metadata }) =>
        Number(
          revision ??
            metadata.annotations?.['deployment.kubernetes.io/revision'],
        ),
      );
    return { workload, revisions };
  }

  const workloads = rowsOf(page).filter(([name]) =>
    /^`[\w-]+\/\w+\/[\w-]+`$/.test(name),
  );

  it('lists the workloads of the clusters', () => {
    const kinds = ['Deployment', 'DaemonSet', 'StatefulSet', 'CronJob'];
    const inWorld = worlds.production
      .filter(({ kind }) => kinds.includes(kind))
      .map(
        ({ kind, metadata }) =>
          `\`${metadata.namespace}/${kind}/${metadata.name}\``,
      );
    assert.deepEqual(workloads.map(([name]) => name).sort(), inWorld.sort());
  });

  it('states their pods and revisions', () => {
    for (const [name, production, staging] of workloads) {
      for (const [cluster, cell] of Object.entries({
        production,
        staging: staging === 'the same' ? production : staging,
      })) {
        const place = `${name} in ${cluster}`;
        const { workload, revisions } = find(cluster, name.slice(1, -1));
        assert.equal(workload === undefined, cell === 'none', place);
        const pods = /^(\d+)\/(\d+)/.exec(cell);
        if (pods) {
          const { status, spec } = workload;
          assert.deepEqual(
            [
              status.numberReady ?? status.readyReplicas ?? 0,
              status.desiredNumberScheduled ?? spec.replicas,
            ],
            pods.slice(1).map(Number),
            place,
          );
        }
        const stated = /revisions? ([^;:]+)/.exec(cell)?.[1] ?? '';
        for (const [number] of stated
          .replace(/\([^)]*\)/g, '')
          .matchAll(/\d+/g)) {
          assert.ok(revisions.includes(Number(number)), `${place}: ${number}`);
        }
      }
    }
  });
});

describe('docs/scorecards.md', () => {
  const page = readPage('docs/scorecards.md');
  const { factSchema, HANDOVER_READY, parseScorecard } = loadSource(
    `${COMMON}/scorecards/index.ts`,
  );

  it('has every fact with its basis and description', () => {
    const rows = rowsOf(page)
      .filter(([name]) => /^`\w+\.\w+`$/.test(name))
      .map(([name, , basis, description]) => [name, basis, description]);
    assert.deepEqual(
      rows,
      factSchema().definitions.map(({ name, basis, description }) => [
        `\`${name}\``,
        basis,
        description,
      ]),
    );
  });

  it('states the limits; the scorecard that it begins with has no problems', () => {
    const limits = loadSource(`${COMMON}/scorecards/limits.ts`);
    const { MAX_CONDITION_LENGTH } = loadSource(
      `${COMMON}/scorecards/conditions/limits.ts`,
    );
    assertSays(
      page,
      `A scorecard can have ${limits.MAX_CHECKS} checks and ${limits.MAX_LEVELS} levels.`,
      `A condition can have ${count(MAX_CONDITION_LENGTH)} characters.`,
    );
    assert.deepEqual(parseScorecard(HANDOVER_READY, factSchema()).problems, []);
  });
});
