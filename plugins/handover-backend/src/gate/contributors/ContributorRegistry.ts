/** What all contributors of the gate have in common. */
export type Contributor = {
  readonly id: string;
  readonly title: string;
};

/** A contributor under the name that it was added with. */
export type Registered<T extends Contributor> = {
  id: string;
  title: string;
  contributor: T;
};

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The contributors of one kind that modules added. */
export class ContributorRegistry<T extends Contributor> {
  readonly #kind: string;
  readonly #reserved: string[];
  readonly #registered = new Map<string, Registered<T>>();

  /**
   * @param kind - For messages: `calendar source`.
   * @param options.reserved - Ids that no contributor may have.
   */
  static create<T extends Contributor>(
    kind: string,
    options: { reserved?: string[] } = {},
  ): ContributorRegistry<T> {
    return new ContributorRegistry(kind, options.reserved ?? []);
  }

  private constructor(kind: string, reserved: string[]) {
    this.#kind = kind;
    this.#reserved = reserved;
  }

  /** @throws Error if the id or title is not valid, or the id is taken. */
  add(contributor: T): void {
    const { id, title } = contributor;
    if (typeof id !== 'string' || !ID.test(id)) {
      throw new Error(
        `The id '${id}' of a ${
          this.#kind
        } is not valid: use lower case words with dashes`,
      );
    }
    if (typeof title !== 'string' || title.trim() === '') {
      throw new Error(`The ${this.#kind} '${id}' has no title`);
    }
    if (this.#registered.has(id) || this.#reserved.includes(id)) {
      throw new Error(`The id '${id}' is used by another ${this.#kind}`);
    }
    this.#registered.set(id, { id, title, contributor });
  }

  list(): Registered<T>[] {
    return [...this.#registered.values()];
  }
}
