const { backendModule } = require('../../scripts/lint/walls');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  backendModule,
);
