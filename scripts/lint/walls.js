const { readdirSync, existsSync } = require('node:fs');
const { builtinModules } = require('node:module');
const path = require('node:path');

/**
 * Who may import whom, as extra configuration for the ESLint factory of
 * `@backstage/cli`. Each package's `.eslintrc.js` takes the one for its kind.
 *
 * The base rule `no-restricted-imports` belongs to the factory, which replaces
 * it for tests; the walls are therefore kept by its TypeScript twin, which
 * sees `import type` too.
 */
const RULE = '@typescript-eslint/no-restricted-imports';

const SCOPE = '@backstage-handover';

const restrictions = {
  node: {
    // Whole names, not patterns: 'path' as a pattern would match './path'.
    names: builtinModules.filter(name => !name.startsWith('node:')),
    group: ['node:*'],
    message: 'This code also runs in browsers: no modules of Node.',
  },
  react: {
    group: [
      'react',
      'react/*',
      'react-dom',
      'react-dom/*',
      'react-router',
      'react-router-dom',
      'react-use',
      'react-use/**',
      '@material-ui/*',
      '@backstage/ui',
      '@backstage/core-components',
      '@backstage/core-plugin-api',
      '@backstage/frontend-plugin-api',
      '@backstage/*-react',
    ],
    message: 'React belongs to plugins/handover.',
  },
  knex: {
    group: ['knex', 'knex/*'],
    message: "SQL belongs to the stores: a domain's store/ folder.",
  },
  express: {
    group: ['express', 'express-*'],
    message: 'Express belongs to the routers: router.ts, and openapi/.',
  },
  backend: {
    group: ['@backstage/backend-*', '@backstage/plugin-*-node'],
    message: 'This code does not only run in a backend.',
  },
};

/** Forbids every package of ours but those named. */
function ownPackagesBut(...allowed) {
  return {
    group: [
      `${SCOPE}/*`,
      `${SCOPE}/*/**`,
      ...allowed.flatMap(name => [`!${SCOPE}/${name}`, `!${SCOPE}/${name}/**`]),
    ],
    message: allowed.length
      ? `Of our own packages only ${allowed.join(
          ' and ',
        )} may be imported here.`
      : 'This package stands alone: it imports none of our own.',
  };
}

const testFiles = ['**/*.test.*', '**/__testUtils__/**', 'src/setupTests.*'];

const forbid = (...restricted) => ({
  [RULE]: [
    'error',
    {
      paths: restricted.flatMap(({ names = [], message }) =>
        names.map(name => ({ name, message })),
      ),
      patterns: restricted.map(({ group, message }) => ({ group, message })),
    },
  ],
});

/** What a package imports, types included, is among what it brings to its users. */
const declared = {
  'import/no-extraneous-dependencies': [
    'error',
    {
      includeTypes: true,
      devDependencies: [
        ...testFiles,
        '**/setupTests.*',
        '**/__fixtures__/**',
        '**/*.fixture.*',
        '**/dev/**',
        '**/scripts/**',
        '**/testUtils/**',
      ],
    },
  ],
};

/** `plugins/handover-common`: pure, runs everywhere. */
const common = {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    ...declared,
    ...forbid(
      ownPackagesBut(),
      restrictions.node,
      restrictions.react,
      restrictions.knex,
      restrictions.express,
      restrictions.backend,
    ),
  },
  overrides: [
    // Tests read their cases from files, and generators write sources.
    {
      files: [...testFiles, 'scripts/**'],
      rules: forbid(ownPackagesBut(), restrictions.react, restrictions.knex),
    },
    { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  ],
};

/** `plugins/handover`: React, and of our own the common package. */
const frontend = {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    ...declared,
    ...forbid(
      ownPackagesBut('plugin-handover-common'),
      restrictions.node,
      restrictions.knex,
      restrictions.express,
      restrictions.backend,
    ),
  },
  overrides: [
    {
      files: [...testFiles, 'dev/**'],
      rules: forbid(
        ownPackagesBut('plugin-handover-common'),
        restrictions.knex,
        restrictions.express,
      ),
    },
  ],
};

/** `plugins/handover-node`: contracts for other people's backend modules. */
const nodeLibrary = {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    ...declared,
    ...forbid(
      ownPackagesBut('plugin-handover-common'),
      restrictions.react,
      restrictions.knex,
      restrictions.express,
    ),
  },
};

/** `packages/cli`: stands on the common package alone, and works without a portal. */
const cli = {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    ...declared,
    ...forbid(
      ownPackagesBut('plugin-handover-common'),
      restrictions.react,
      restrictions.knex,
      restrictions.express,
      restrictions.backend,
    ),
  },
};

/** No domain folder reaches into another's store. */
function storeZones(packageDir) {
  const src = path.join(packageDir, 'src');
  const folders = readdirSync(src, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
  return folders
    .filter(domain => existsSync(path.join(src, domain, 'store')))
    .map(domain => ({
      from: path.join(src, domain, 'store'),
      target: folders
        .filter(other => other !== domain)
        .map(other => path.join(src, other)),
      message: `Only ${domain}/ uses its store: call its service interface instead.`,
    }))
    .filter(({ target }) => target.length > 0);
}

/** Only stores join the mirror of the catalog: services ask it. */
function sqlZone(packageDir) {
  const src = path.join(packageDir, 'src');
  const domains = readdirSync(src, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'entities')
    .map(entry => path.join(src, entry.name));
  return {
    from: path.join(src, 'entities', 'sql'),
    target: [
      path.join(src, '*.ts'),
      ...domains.flatMap(domain => [
        path.join(domain, '*.ts'),
        path.join(domain, '!(store)', '**', '*.ts'),
      ]),
    ],
    message: 'Only stores use entities/sql: call EntitiesService instead.',
  };
}

/** `plugins/handover-backend`: one folder a domain, each with router, service, store. */
function backend(packageDir) {
  const everywhere = [
    ownPackagesBut('plugin-handover-common', 'plugin-handover-node'),
    restrictions.react,
  ];
  return {
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
    },
    rules: {
      '@backstage/no-mixed-plugin-imports': 'error',
      ...declared,
      ...forbid(...everywhere, restrictions.knex, restrictions.express),
      'import/no-restricted-paths': [
        'error',
        {
          basePath: packageDir,
          zones: [...storeZones(packageDir), sqlZone(packageDir)],
        },
      ],
    },
    overrides: [
      {
        // Stores of other domains join the mirror of the catalog through its SQL.
        files: ['src/*/store/**', 'src/entities/sql/**'],
        rules: forbid(...everywhere, restrictions.express),
      },
      {
        files: [
          'src/**/router.ts',
          'src/openapi/**',
          // Parses a request's header, for a router.
          'src/documents/precondition.ts',
        ],
        rules: forbid(...everywhere, restrictions.knex),
      },
      {
        files: testFiles,
        rules: {
          ...forbid(...everywhere),
          // A test may put rows where it needs them.
          'import/no-restricted-paths': 'off',
        },
      },
    ],
  };
}

/**
 * A module of ours for somebody else's backend plugin. The plugin that it extends
 * is known to `@backstage/no-mixed-plugin-imports` by the package's `pluginId`.
 */
const backendModule = {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    ...declared,
    ...forbid(
      ownPackagesBut('plugin-handover-common', 'plugin-handover-node'),
      restrictions.react,
      restrictions.knex,
      restrictions.express,
    ),
  },
  overrides: [
    {
      files: [...testFiles, 'dev/**'],
      rules: {
        // Tests and dev/ run it with the real backend.
        '@backstage/no-mixed-plugin-imports': 'off',
        ...forbid(restrictions.react, restrictions.knex, restrictions.express),
      },
    },
  ],
};

module.exports = {
  common,
  frontend,
  backend,
  backendModule,
  nodeLibrary,
  cli,
};
