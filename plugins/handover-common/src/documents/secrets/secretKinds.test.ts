import { findSecrets } from '../../secrets';
import { ORDINARY_LINES, SECRET_KINDS } from './__testUtils__/secretKinds';

/** As a line of a block of text, and as a value of its own. */
const foundIn = async (line: string) =>
  (await findSecrets(`note: |\n  ${line}\n`)).length > 0;

it('has enough kinds and enough ordinary lines to say something', () => {
  expect(SECRET_KINDS.length).toBeGreaterThanOrEqual(85);
  expect(new Set(SECRET_KINDS.map(([kind]) => kind)).size).toBe(
    SECRET_KINDS.length,
  );
  expect(ORDINARY_LINES.length).toBeGreaterThanOrEqual(87);
});

it.each(SECRET_KINDS)('finds this kind of secret: %s', async (_, line) => {
  expect(await foundIn(line)).toBe(true);
});

it.each(ORDINARY_LINES)('finds nothing in %j', async line => {
  expect(await foundIn(line)).toBe(false);
});
