/* Runs test files in the order in which they were asked for. */
module.exports = class {
  sort(tests) {
    const { testFiles = [] } = JSON.parse(
      process.env.HANDOVER_MUTATION ?? '{}',
    );
    return [...tests].sort(
      (a, b) => testFiles.indexOf(a.path) - testFiles.indexOf(b.path),
    );
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
