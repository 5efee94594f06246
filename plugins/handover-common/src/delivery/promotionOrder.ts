import { Environments } from '../environments/Environments';

/**
 * An environment, as a document describes it.
 *
 * @alpha
 */
export type PromotionEnvironment = {
  name?: string;
  /** The environment that an artifact comes from. */
  promotedFrom?: string;
};

/**
 * An environment of the path, and the one that its artifacts come from.
 *
 * @alpha
 */
export type PromotionPlace = { name: string; from?: string };

/**
 * The environments in the order in which an artifact is promoted: each after
 * the one it comes from, otherwise in the document's order. A document that
 * never says `promotedFrom` lists them in that order. Environments that come
 * from each other in a circle keep the document's order. Each environment
 * occurs once, with its primary name.
 *
 * @param known - The known environments. The default is the built-in ones.
 *
 * @alpha
 */
export function promotionOrder(
  environments: readonly PromotionEnvironment[],
  known: Environments = Environments.builtIn(),
): PromotionPlace[] {
  const declared = withDeclared(environments, known);
  const nameOf = (name: string | undefined) =>
    name === undefined ? undefined : declared.resolve(name).name;
  const from = new Map<string, string | undefined>();
  for (const each of environments) {
    const name = nameOf(each.name);
    if (name !== undefined && !from.has(name)) {
      from.set(name, nameOf(each.promotedFrom));
    }
  }
  const names = [...from.keys()];
  if (!names.some(name => from.get(name) !== undefined)) {
    return names.map((name, index) => ({
      name,
      ...(index > 0 ? { from: names[index - 1] } : {}),
    }));
  }

  const order: PromotionPlace[] = [];
  const placed = new Set<string>();
  for (const name of names) {
    // The chain up to what is placed already, placed from its other end.
    const chain: string[] = [];
    const inChain = new Set<string>();
    let next: string | undefined = name;
    while (
      next !== undefined &&
      from.has(next) &&
      !placed.has(next) &&
      !inChain.has(next)
    ) {
      chain.push(next);
      inChain.add(next);
      next = from.get(next);
    }
    const circular = next !== undefined && inChain.has(next);
    for (const each of circular ? [name] : chain.reverse()) {
      placed.add(each);
      const source = from.get(each);
      order.push({
        name: each,
        ...(source !== undefined && source !== each && from.has(source)
          ? { from: source }
          : {}),
      });
    }
  }
  return order;
}

/**
 * The environments of a document in the order of promotion. Environments
 * without a name come last.
 *
 * @alpha
 */
export function inPromotionOrder<T extends PromotionEnvironment>(
  environments: readonly T[],
): T[] {
  const declared = withDeclared(environments, Environments.builtIn());
  const names = promotionOrder(environments).map(({ name }) => name);
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  const rankOf = ({ name }: T) =>
    (name === undefined ? undefined : ranks.get(declared.resolve(name).name)) ??
    names.length;
  return [...environments].sort((a, b) => rankOf(a) - rankOf(b));
}

function withDeclared(
  environments: readonly PromotionEnvironment[],
  known: Environments,
): Environments {
  return known.with(environments.flatMap(({ name }) => name ?? []));
}
