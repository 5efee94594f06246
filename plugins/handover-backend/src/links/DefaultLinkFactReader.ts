import { linksOf } from '@backstage-handover/plugin-handover-common/documents';
import type { LinkFactInput } from '@backstage-handover/plugin-handover-common/scorecards';
import type {
  DocumentFactReader,
  RevisionInView,
} from '../documents/DocumentFactReader';
import type { AllowedHosts } from './AllowedHosts';
import type { LinkFactReader } from './LinkFactReader';
import type { LinkStore, UsedLink } from './store';

/** Documents that are in memory at once. */
const BATCH = 100;

type Options = {
  store: Pick<
    LinkStore,
    'readRevisions' | 'replaceUses' | 'readUses' | 'watch'
  >;
  documents: Pick<DocumentFactReader, 'readRevisions' | 'readDocuments'>;
  hosts: AllowedHosts;
  /** Called when there are links that were never checked. */
  checkSoon: () => void;
};

/**
 * Compares the stored links with the handovers in view first, so that nothing
 * else has to follow them, and has new ones checked.
 */
export class DefaultLinkFactReader implements LinkFactReader {
  readonly #options: Options;

  static create(options: Options): DefaultLinkFactReader {
    return new DefaultLinkFactReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async readFactStates(
    entityRefs: readonly string[],
  ): Promise<Map<string, LinkFactInput>> {
    const { documents, store } = this.#options;
    const inView = await documents.readRevisions([...entityRefs]);
    const followed = await this.#follow(inView);
    const uses = await store.readUses(entityRefs);
    const known = new Map(
      [...uses].map(([ref, links]) => [ref, this.#allowed(links)]),
    );
    await this.#watch([...known.values()].flat());
    return new Map(
      entityRefs.map(ref => {
        const revision = inView.get(ref);
        if (!revision) {
          return [ref, { missing: 'the handover was not looked for yet' }];
        }
        if (numberOf(revision) === 0) {
          return [ref, { missing: 'there is no handover' }];
        }
        return [
          ref,
          followed.get(ref) === numberOf(revision)
            ? { links: known.get(ref) ?? [] }
            : { missing: 'the links of the handover could not be read' },
        ];
      }),
    );
  }

  /** @returns which revisions the stored links are from now. */
  async #follow(
    inView: ReadonlyMap<string, RevisionInView>,
  ): Promise<Map<string, number>> {
    const { documents, store } = this.#options;
    const followed = await store.readRevisions([...inView.keys()]);
    const changed = [...inView]
      .map(([ref, revision]) => [ref, numberOf(revision)] as const)
      .filter(([ref, revision]) => followed.get(ref) !== revision);
    for (let start = 0; start < changed.length; start += BATCH) {
      const batch = changed.slice(start, start + BATCH);
      const read = await documents.readDocuments(
        new Map(batch.filter(([, revision]) => revision > 0)),
      );
      const replaced = batch
        .filter(([ref, revision]) => revision === 0 || read.has(ref))
        .map(([entityRef, revision]) => {
          const document = read.get(entityRef);
          const links = document ? linksOf(document) : [];
          return { entityRef, revision, links };
        });
      await store.replaceUses(replaced);
      replaced.forEach(each => followed.set(each.entityRef, each.revision));
    }
    return followed;
  }

  #allowed(links: readonly UsedLink[]): UsedLink[] {
    return links.filter(({ url }) => this.#options.hosts.allows(new URL(url)));
  }

  async #watch(links: readonly UsedLink[]): Promise<void> {
    const { store, checkSoon } = this.#options;
    const unwatched = new Set(
      links.filter(({ isWatched }) => !isWatched).map(({ url }) => url),
    );
    if (unwatched.size > 0) {
      await store.watch([...unwatched]);
      checkSoon();
    }
  }
}

/** 0 for none. A handover that was deleted says nothing any more. */
function numberOf({ revision, isDeleted }: RevisionInView): number {
  return isDeleted ? 0 : revision;
}
