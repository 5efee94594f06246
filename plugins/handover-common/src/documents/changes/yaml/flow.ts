import { isMap, isScalar } from 'yaml';
import type { CST, YAMLMap, YAMLSeq } from 'yaml';
import type { JsonValue } from '../../json';
import type { Splice } from './lines';
import {
  flowItemStart,
  hasText,
  itemTokens,
  pairIndicatorEnd,
  pairStart,
  rangeOf,
} from './nodes';
import { renderFlow, renderFlowPair, renderJson } from './render';
import type { Manner } from './replaceValue';
import type { YamlText } from './source';
import type { Style } from './style';

/** Something inside brackets or braces. */
type Part = { start: number; end: number };

function partsOf(collection: YAMLMap | YAMLSeq): Part[] {
  if (isMap(collection)) {
    return collection.items.map(pair => ({
      start: pairStart(pair),
      end: hasText(pair.value)
        ? rangeOf(pair.value)[1]
        : pairIndicatorEnd(pair),
    }));
  }
  const tokens: (CST.CollectionItem | undefined)[] = itemTokens(collection);
  return collection.items.map((node, index) => {
    const token = tokens[index];
    const [start, end] = rangeOf(node);
    return { start: token ? flowItemStart(token, node) : start, end };
  });
}

/** Replaces a value inside brackets or braces. */
export function replaceInFlow(
  node: unknown,
  after: number,
  value: JsonValue,
  style: Style,
  { asJson }: Manner,
): Splice {
  const like = isScalar(node) && typeof value === 'string' ? node : undefined;
  const text = asJson ? renderJson(value) : renderFlow(value, style, like);
  if (hasText(node)) {
    const [from, to] = rangeOf(node);
    return { from, to, text };
  }
  return { from: after, to: after, text: ` ${text}` };
}

/** Adds a pair or an element to a collection in flow style that has some. */
export function insertInFlow(
  collection: YAMLMap | YAMLSeq,
  index: number,
  content: { key?: string; value: JsonValue },
  style: Style,
  { asJson }: Manner,
): Splice {
  const fresh = renderPart(content, style, asJson);
  const parts = partsOf(collection);
  if (index === 0) {
    const { start } = parts[0];
    return { from: start, to: start, text: `${fresh}, ` };
  }
  const { end } = parts[index - 1];
  return { from: end, to: end, text: `, ${fresh}` };
}

function renderPart(
  { key, value }: { key?: string; value: JsonValue },
  style: Style,
  asJson: boolean,
): string {
  if (key === undefined) {
    return asJson ? renderJson(value) : renderFlow(value, style);
  }
  return asJson
    ? `${renderJson(key)}: ${renderJson(value)}`
    : renderFlowPair(key, value, style);
}

/** Removes a pair or an element from a collection in flow style that has others. */
export function removeFromFlow(
  { text }: YamlText,
  collection: YAMLMap | YAMLSeq,
  index: number,
): Splice {
  const parts = partsOf(collection);
  const { start, end } = parts[index];
  const next = parts[index + 1];
  if (next) {
    return { from: start, to: next.start, text: '' };
  }
  const previous = parts[index - 1];
  return text.slice(previous.end, start).includes('#')
    ? { from: start, to: end, text: '' }
    : { from: previous.end, to: end, text: '' };
}

/** Moves an element of a list in flow style. */
export function moveInFlow(
  { text }: YamlText,
  seq: YAMLSeq,
  { from, to }: { from: number; to: number },
): Splice {
  const parts = partsOf(seq);
  const contents = parts.map(({ start, end }) => text.slice(start, end));
  const gaps = parts.map(({ end }, index) =>
    text.slice(end, parts[index + 1]?.start ?? end),
  );
  const [moved] = contents.splice(from, 1);
  contents.splice(to, 0, moved);
  return {
    from: parts[0].start,
    to: parts[parts.length - 1].end,
    text: contents.map((content, index) => content + gaps[index]).join(''),
  };
}
