/*
 * Jest's usual runner, ending after the first test file that fails. With
 * `bail`, Jest ends the whole process instead.
 */
const { createRequire } = require('node:module');

const core = createRequire(require.resolve('jest')).resolve('@jest/core');
const { default: TestRunner } = createRequire(core)('jest-runner');

module.exports = class extends TestRunner {
  async runTests(tests, watcher, options) {
    const stop = () => watcher.setState({ interrupted: true });
    const offs = [
      this.on('test-file-success', ([, result]) => {
        if (result.numFailingTests > 0 || result.testExecError) {
          stop();
        }
      }),
      // The scheduler adds a file that could not be loaded before it stops.
      this.on('test-file-failure', () => setImmediate(stop)),
    ];
    await super.runTests(tests, watcher, options);
    offs.forEach(off => off());
  }
};
