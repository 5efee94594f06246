import type { EntityLink } from '@backstage/catalog-model';
import { contactsOf } from './contacts';

const group = (email: unknown, ...links: EntityLink[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'platform', links },
  spec: { profile: { email: email as string } },
});

it.each<[string, EntityLink]>([
  ['icon', { url: 'https://x.example.com/1', title: 'Us', icon: 'chat' }],
  ['type', { url: 'https://x.example.com/1', title: 'Us', type: 'slack' }],
  ['title', { url: 'https://x.example.com/1', title: 'MS Teams' }],
  ['short title', { url: 'https://x.example.com/1', title: 'Teams' }],
  ['host', { url: 'https://shop.slack.com/archives/C1', title: 'Us' }],
  ['scheme', { url: 'slack://channel?id=C1', title: 'Us' }],
])('recognizes a chat by its %s', (_, link) => {
  expect(contactsOf(group('a@example.com', link))).toEqual([
    { kind: 'mail', name: 'a@example.com', url: 'mailto:a@example.com' },
    { kind: 'chat', name: link.title, url: link.url },
  ]);
});

it.each<[string, EntityLink]>([
  ['a page', { url: 'https://wiki.example.com', title: 'Teams we work with' }],
  ['another host', { url: 'https://slack.com.example.com', title: 'Us' }],
])('takes %s for no chat', (_, link) => {
  expect(contactsOf(group(undefined, link))).toEqual([]);
});

it.each(['', 'nobody', 'a@b?body=text', 'a@b, c@d', 7, undefined])(
  'takes %p for no address',
  email => {
    expect(contactsOf(group(email))).toEqual([]);
  },
);

it('knows none of an entity without profile and links', () => {
  const { metadata, ...none } = group(undefined);
  expect(
    contactsOf({ ...none, metadata: { name: metadata.name }, spec: undefined }),
  ).toEqual([]);
});
