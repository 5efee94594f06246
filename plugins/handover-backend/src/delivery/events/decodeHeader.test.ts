import { decodeHeader } from './decodeHeader';

it.each([
  ['https://ci.example.com/x', 'https://ci.example.com/x'],
  ['/job/my%20app', '/job/my app'],
  // Once, and no more.
  ['/job/my%2520app', '/job/my%20app'],
  ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
  ['"/job/my app"', '/job/my app'],
  ['"a \\"b\\" \\\\ c%20d"', 'a "b" \\ c d'],
  ['100%', '100%'],
  ['%zz%20', '%zz '],
  ['%E2%82', '%E2%82'],
  ['"', '"'],
  ['', ''],
])('reads %p as %p', (value, decoded) => {
  expect(decodeHeader(value)).toBe(decoded);
});
