import { ConflictError } from '@backstage/errors';
import { isAlias, isCollection, isNode, isScalar, visit } from 'yaml';
import type { Node } from 'yaml';
import { formatPath, type PathSegments } from '../../path';
import { positionIn } from '../../yaml';
import { rangeOf } from './nodes';
import { childOf, type YamlText } from './source';

/**
 * The part of a path before its first alias, because the value of an alias is
 * written elsewhere.
 */
export function pathToAlias(
  { document }: YamlText,
  path: PathSegments,
): PathSegments | undefined {
  let node: unknown = document.contents;
  for (const [depth, segment] of path.entries()) {
    if (isAlias(node)) {
      return path.slice(0, depth);
    }
    node = childOf(node, segment);
  }
  return undefined;
}

/**
 * Rejects a change that would also change another place of the document through
 * an alias.
 *
 * @param path - of what is changed
 * @param isReplaced - is everything at the path replaced or removed?
 * @throws ConflictError if an alias outside of it refers to an anchor at the
 *   path, above it, or inside of what is replaced
 */
export function assertNotShared(
  source: YamlText,
  path: PathSegments,
  isReplaced: boolean,
) {
  const { document } = source;
  const chain = nodesAlong(document.contents, path);
  const target = chain.length > path.length ? chain.at(-1) : undefined;
  const affected = new Set<unknown>(chain.filter(hasAnchor));
  if (isNode(target) && isReplaced) {
    visit(target, {
      Node(_, node) {
        if (hasAnchor(node)) {
          affected.add(node);
        }
      },
    });
  }
  if (affected.size === 0) {
    return;
  }
  const [start, end] = target && isReplaced ? rangeOf(target) : [0, 0];
  visit(document, {
    Alias(_, alias) {
      const [offset] = rangeOf(alias);
      const isInside = offset >= start && offset < end;
      if (!isInside && affected.has(alias.resolve(document))) {
        throw new ConflictError(
          `Cannot change '${formatPath(path)}': line ${
            positionIn(source.text, offset).line
          } uses the same value through the YAML alias '*${
            alias.source
          }'. Write out the value there first.`,
        );
      }
    },
  });
}

/** The existing nodes from the root to the one at a path. */
function nodesAlong(root: unknown, path: PathSegments): unknown[] {
  const nodes: unknown[] = [root];
  for (const segment of path) {
    const child = childOf(nodes.at(-1), segment);
    if (!child) {
      break;
    }
    nodes.push(child);
  }
  return nodes;
}

function hasAnchor(node: unknown): node is Node {
  return (isScalar(node) || isCollection(node)) && Boolean(node.anchor);
}
