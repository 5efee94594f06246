import { mockServices } from '@backstage/backend-test-utils';
import {
  createTestDatabases,
  createTestQueue,
  createTestStore,
} from '../documents/__testUtils__/databases';
import { handoverYaml, parsed } from '../documents/__testUtils__/documents';
import { AllowedHosts } from './AllowedHosts';
import { DefaultLinkFactReader } from './DefaultLinkFactReader';
import { DatabaseLinkStore } from './store';

jest.setTimeout(60_000);

const REFS = Array.from(
  { length: 1_000 },
  (_, index) => `component:default/c${index}`,
);

/** A handover with two links of its own, and one that all have. */
const documentOf = (ref: string) =>
  parsed(`${handoverYaml('Takes orders')}architecture:
  links:
    - { title: All, url: 'https://wiki.example.com/' }
    - { title: Own, url: 'https://wiki.example.com/${ref}' }
    - { title: Other, url: 'https://elsewhere.example.com/${ref}' }
`);

describe('DefaultLinkFactReader', () => {
  const databases = createTestDatabases();

  it.each(databases.eachSupportedId())(
    'makes no statement for each entity or link (%s)',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await createTestStore(knex);
      const documents = new Map(REFS.map(ref => [ref, documentOf(ref)]));
      const checkSoon = jest.fn();
      const reader = DefaultLinkFactReader.create({
        store: await DatabaseLinkStore.create({
          database: mockServices.database({ knex }),
          queue: await createTestQueue(knex),
        }),
        documents: {
          readRevisions: async () =>
            new Map(REFS.map(ref => [ref, { revision: 1 }])),
          readDocuments: async revisions =>
            new Map(
              [...revisions.keys()].map(ref => [ref, documents.get(ref)!]),
            ),
        },
        hosts: AllowedHosts.of(['wiki.example.com']),
        checkSoon,
      });
      let statements = 0;
      knex.on('query', () => {
        statements += 1;
      });

      const first = await reader.readFactStates(REFS);
      expect(first.get(REFS[7])).toMatchObject({
        links: [
          { url: 'https://wiki.example.com/' },
          { url: `https://wiki.example.com/${REFS[7]}` },
        ],
      });
      expect(statements).toBeLessThan(100);
      expect(await knex('link_uses')).toHaveLength(3_000);
      expect(await knex('queue_items').where('topic', 'links')).toHaveLength(
        1_001,
      );

      statements = 0;
      await reader.readFactStates(REFS);
      expect(statements).toBe(2);
      expect(checkSoon).toHaveBeenCalledTimes(1);
      await knex.destroy();
    },
  );
});
