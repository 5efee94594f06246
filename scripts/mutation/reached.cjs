/* Runs in each test file, and writes down which test reached which region. */
const { appendFileSync } = require('node:fs');

const order = JSON.parse(process.env.HANDOVER_MUTATION ?? '{}');

if (order.reachedFile) {
  // file -> region -> tests; '' is what was reached outside a test.
  const reached = {};
  const seen = new Set();
  let test = '';

  globalThis.__reached = (file, region) => {
    const key = `${region} ${file}`;
    if (!seen.has(key)) {
      seen.add(key);
      ((reached[file] ??= {})[region] ??= []).push(test);
    }
  };
  const enter = name => {
    test = name;
    seen.clear();
  };
  beforeEach(() => enter(expect.getState().currentTestName));
  afterEach(() => enter(''));
  afterAll(() => {
    const { testPath } = expect.getState();
    appendFileSync(
      order.reachedFile,
      `${JSON.stringify({ testFile: testPath, reached })}\n`,
    );
  });
}
