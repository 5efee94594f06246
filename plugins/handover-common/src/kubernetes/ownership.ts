import type { ObjectMeta } from './objects';

type Owned = { metadata?: ObjectMeta };

/** Objects by the object that controls them. */
export class Owners<T extends Owned> {
  readonly #byOwner = new Map<string, T[]>();
  readonly #owners = new Map<
    string,
    { kind?: string; metadata: { name?: string; namespace?: string } }
  >();

  constructor(objects: readonly T[] = []) {
    for (const object of objects) {
      const owner = object.metadata?.ownerReferences?.find(
        each => each.controller ?? true,
      );
      if (owner) {
        const key = keyOf(owner.kind, object.metadata?.namespace, owner.name);
        const owned = this.#byOwner.get(key);
        if (owned) {
          owned.push(object);
        } else {
          this.#byOwner.set(key, [object]);
          const { kind, name } = owner;
          const { namespace } = object.metadata ?? {};
          this.#owners.set(key, { kind, metadata: { name, namespace } });
        }
      }
    }
  }

  /** The owners of a kind, whether they were read themselves or not. */
  owners(kind: string): { metadata: { name?: string; namespace?: string } }[] {
    return [...this.#owners.values()].filter(each => each.kind === kind);
  }

  of(kind: string, { metadata }: Owned): T[] {
    return (
      this.#byOwner.get(keyOf(kind, metadata?.namespace, metadata?.name)) ?? []
    );
  }
}

/** Names an object within its cluster. */
export function keyOf(
  kind: string | undefined,
  namespace: string | undefined,
  name: string | undefined,
): string {
  return `${kind}/${namespace}/${name}`;
}
