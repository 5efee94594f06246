const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'node-library', {
  rules: {
    // Playwright's `test` and `expect` are not Jest's.
    'jest/no-standalone-expect': 'off',
    'jest/expect-expect': 'off',
    'jest/no-done-callback': 'off',
  },
});
