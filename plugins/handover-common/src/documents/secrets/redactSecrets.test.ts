import { redactSecrets, REDACTED } from '../../secrets';

// Put together at run time, so that no scanner takes this file for a leak.
const KEY = `${'AKIA'}IOSFODNN7EXBMPLE`;

it('hides secrets in all texts, and leaves everything else as it is', async () => {
  expect(
    await redactSecrets({
      note: `use ${KEY} here`,
      list: ['fine', `again ${KEY}`, 7, null, [true, { deep: KEY }]],
      none: null,
      count: 0,
      [KEY]: 'a key is no text',
    }),
  ).toEqual({
    note: `use ${REDACTED} here`,
    list: ['fine', `again ${REDACTED}`, 7, null, [true, { deep: REDACTED }]],
    none: null,
    count: 0,
    [KEY]: 'a key is no text',
  });
});

it('hides a secret wherever it stands again', async () => {
  expect(
    await redactSecrets(['password: hunter2', 'I tried hunter2, twice']),
  ).toEqual([`password: ${REDACTED}`, `I tried ${REDACTED}, twice`]);
});

it('hides the longer of two secrets that begin alike', async () => {
  expect(
    await redactSecrets(['password: hunter2', 'password: hunter2024']),
  ).toEqual([`password: ${REDACTED}`, `password: ${REDACTED}`]);
});

it.each([[{ a: ['b', 1] }], ['text'], [undefined], [null]])(
  'gives %j back, which has no secret',
  async value => {
    expect(await redactSecrets(value)).toBe(value);
  },
);
