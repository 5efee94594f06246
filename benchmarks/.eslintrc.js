const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'node-library', {
  rules: {
    // They are commands: what they print is their result.
    'no-console': 'off',
  },
});
