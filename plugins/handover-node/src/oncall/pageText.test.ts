import { pageTitle } from './pageText';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};

const titleOf = (message: string, maxLength: number) =>
  pageTitle(
    { entity, message, requestedBy: 'user:default/ann' },
    { maxLength },
  );

it.each([
  ['a short message', 'Down\n now', 20, 'orders: Down now'],
  ['a long message', 'Checkout is down', 15, 'orders: Checko…'],
  ['an emoji before the end', '🔥🔥🔥', 13, 'orders: 🔥🔥…'],
  ['an emoji across the end', '🔥🔥🔥', 12, 'orders: 🔥…'],
])('makes a title of %s', (_what, message, maxLength, title) => {
  expect(titleOf(message, maxLength)).toBe(title);
});
