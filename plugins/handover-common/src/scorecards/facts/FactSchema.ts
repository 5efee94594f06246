import { didYouMean } from '../../text/nearest';
import type { FactDefinition } from './types';

const NAME = /^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/;

/**
 * All facts that conditions may name, by namespace. Each namespace belongs to
 * one source, so that two sources cannot mean different things by one name.
 *
 * @alpha
 */
export class FactSchema {
  readonly #facts = new Map<string, FactDefinition>();
  readonly #namespaces = new Map<string, string[]>();

  private constructor() {}

  /**
   * @throws Error if a name is not `namespace.name`, occurs twice, or is in a
   *   namespace of another source
   */
  static of(...sources: readonly (readonly FactDefinition[])[]): FactSchema {
    const schema = new FactSchema();
    for (const source of sources) {
      schema.#add(source);
    }
    return schema;
  }

  #add(source: readonly FactDefinition[]) {
    const taken = new Set(this.#namespaces.keys());
    for (const fact of source) {
      if (!NAME.test(fact.name)) {
        throw new Error(
          `Invalid name of a fact '${fact.name}': must be 'namespace.name'`,
        );
      }
      const [namespace, name] = fact.name.split('.');
      if (taken.has(namespace)) {
        throw new Error(
          `The namespace '${namespace}' of '${fact.name}' belongs to another source of facts`,
        );
      }
      if (this.#facts.has(fact.name)) {
        throw new Error(`Fact '${fact.name}' is defined twice`);
      }
      this.#facts.set(fact.name, fact);
      this.#namespaces.set(namespace, [
        ...(this.#namespaces.get(namespace) ?? []),
        name,
      ]);
    }
  }

  /** In the order in which their sources define them. */
  get definitions(): FactDefinition[] {
    return [...this.#facts.values()];
  }

  hasNamespace(name: string): boolean {
    return this.#namespaces.has(name);
  }

  find(name: string): FactDefinition | undefined {
    return this.#facts.get(name);
  }

  /** What is wrong with a name that is neither a namespace nor a variable. */
  unknownNamespace(name: string): string {
    const known = [...this.#namespaces.keys()];
    const near = didYouMean(name, known);
    return `unknown name '${name}'${
      near || `; facts begin with ${known.join(', ')}`
    }`;
  }

  /** What is wrong with a fact that its namespace does not have. */
  unknownFact(namespace: string, name: string): string {
    const known = this.#namespaces.get(namespace) ?? [];
    const near = didYouMean(
      `${namespace}.${name}`,
      known.map(each => `${namespace}.${each}`),
    );
    return `unknown fact '${namespace}.${name}'${
      near || `; ${namespace} has ${known.join(', ')}`
    }`;
  }
}
