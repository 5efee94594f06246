import { linksOf } from './links';
import { parseHandoverDocument } from './parse';

it('finds the fields that are web addresses, in a form that can be compared', () => {
  const { document } = parseHandoverDocument(`apiVersion: handover.dev/v1
kind: Handover
overview:
  purpose: See https://wiki.example.com/orders for more
architecture:
  links:
    - { title: Wiki, url: 'HTTPS://Wiki.Example.com:443/a/../orders#top' }
    - { title: Chat, url: 'mailto:shop@example.com' }
    - { title: Secret, url: 'https://ada:s3cret@wiki.example.com/' }
    - { title: Long, url: 'https://wiki.example.com/${'ä'.repeat(400)}' }
rollback:
  steps: [{ do: 'https://git.example.com/orders/rollback.md ' }]
`);
  expect(document).toBeDefined();
  expect(linksOf(document!)).toEqual([
    {
      path: 'architecture.links[0].url',
      url: 'https://wiki.example.com/orders',
    },
    {
      path: 'rollback.steps[0].do',
      url: 'https://git.example.com/orders/rollback.md',
    },
  ]);
});
