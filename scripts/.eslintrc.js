const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'node-library', {
  parserOptions: { ecmaVersion: 'latest' },
  // The scripts run before anything is installed: Node's own modules only.
  // Their tests, and what only those use, may use what is installed.
  overrides: [
    {
      files: ['**/*.mjs'],
      excludedFiles: ['**/*.test.mjs', 'lint/**', 'mutation/**', 'packed/**'],
      rules: {
        'no-restricted-syntax': [
          'error',
          {
            selector: 'ImportDeclaration[source.value!=/^(node:|\\.)/]',
            message: 'The scripts run before anything is installed.',
          },
        ],
      },
    },
    {
      files: ['**/*.test.mjs'],
      rules: {
        // node:test, not Jest.
        'jest/expect-expect': 'off',
        'jest/no-standalone-expect': 'off',
        'jest/no-identical-title': 'off',
        'jest/valid-title': 'off',
        'jest/no-conditional-expect': 'off',
        'jest/valid-expect': 'off',
      },
    },
  ],
});
