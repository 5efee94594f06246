import type { Problem } from './types';
import { Environments } from '../environments/Environments';
import { environmentKey } from '../environments/key';
import { didYouMean } from '../text/nearest';
import type { Finding } from './issues';
import { Outline, outline } from './outline';
import { formatPath } from './path';
import type { PathSegments } from './path';
import {
  checkCounts,
  checkSchedules,
  checkWindowEnvironments,
} from './windows';

/** Where the windows of a document are. */
const WINDOWS: PathSegments = ['windows', 'items'];

/** A finding about what a document means, which may be a mere warning. */
export type SemanticFinding = Finding & { severity: Problem['severity'] };

/**
 * Checks what a schema cannot say: names that refer to each other, and what must
 * be unique. Takes any value, so that these problems show along with those that
 * the schema finds.
 */
export function checkMeaning(
  value: unknown,
  options: { environments?: Environments } = {},
): SemanticFinding[] {
  const document = outline(value);
  const configured = options.environments ?? Environments.builtIn();
  return [
    ...document.ids.flatMap(({ list, ids }) => checkUnique(ids, list, 'id')),
    ...checkCounts(document.windows, {
      list: WINDOWS,
      names: names(document),
    }),
    ...checkEnvironmentsUnique(document, configured),
    ...checkPromotion(document, configured),
    ...checkEnvironmentNames(document, configured),
    ...checkSchedules(document.windows, { list: WINDOWS }),
    ...checkMarkdownLinks(value),
  ];
}

function checkUnique(
  values: (string | undefined)[],
  list: PathSegments,
  field: string,
): SemanticFinding[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    return value === undefined || first === index
      ? []
      : [
          {
            path: [...list, index, field],
            message: `'${value}' is already the ${field} of ${formatPath([
              ...list,
              first,
            ])}`,
            severity: 'error',
          },
        ];
  });
}

/** Two spellings of one environment are the same name. */
function checkEnvironmentsUnique(
  document: Outline,
  configured: Environments,
): SemanticFinding[] {
  const first = new Map<string, number>();
  return document.environments.flatMap(({ name }, index): SemanticFinding[] => {
    if (name === undefined) {
      return [];
    }
    const [key] = configured.resolve(name).keys;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, index);
      return [];
    }
    const other = document.environments[before].name ?? '';
    const isSameName = environmentKey(other) === environmentKey(name);
    return [
      {
        path: ['environments', 'items', index, 'name'],
        message: isSameName
          ? `'${name}' is already the name of environments.items[${before}]`
          : `'${name}' is the same environment as '${other}' of environments.items[${before}]`,
        // Which names are aliases is the portal's to say, and may change.
        severity: isSameName ? 'error' : 'warning',
      },
    ];
  });
}

function checkPromotion(
  document: Outline,
  configured: Environments,
): SemanticFinding[] {
  const items = document.environments;
  const declared = configured.with(names(document));
  const keyOf = (name: string) => declared.resolve(name).keys[0];
  const from = new Map(
    items.flatMap(({ name, promotedFrom }) =>
      name === undefined
        ? []
        : [[keyOf(name), { name, source: promotedFrom }] as const],
    ),
  );
  return items.flatMap((item, index): SemanticFinding[] => {
    if (item.promotedFrom === undefined) {
      return [];
    }
    const path = ['environments', 'items', index, 'promotedFrom'];
    if (!from.has(keyOf(item.promotedFrom))) {
      return [notDeclared(path, item.promotedFrom, document)];
    }
    if (item.name === undefined) {
      return [];
    }
    // Follows the path back. Whoever meets itself again is part of a cycle.
    const trail = new Map<string, string>();
    let next = from.get(keyOf(item.promotedFrom));
    while (next !== undefined && !trail.has(keyOf(next.name))) {
      trail.set(keyOf(next.name), next.name);
      next =
        next.source === undefined ? undefined : from.get(keyOf(next.source));
    }
    const own = keyOf(item.name);
    return trail.has(own)
      ? [
          {
            path,
            message: `environments are promoted in a circle: ${[
              item.name,
              ...untilSelf([...trail], own),
            ].join(' from ')}`,
            severity: 'error',
          },
        ]
      : [];
  });
}

function untilSelf(trail: [key: string, name: string][], own: string) {
  const end = trail.findIndex(([key]) => key === own);
  return trail.slice(0, end + 1).map(([, name]) => name);
}

function checkEnvironmentNames(
  document: Outline,
  configured: Environments,
): SemanticFinding[] {
  const declared = names(document);
  const known = configured.with(declared);
  const keys = new Set(declared.map(name => known.resolve(name).keys[0]));
  const triggers =
    declared.length === 0
      ? []
      : document.triggers
          .filter(name => !keys.has(known.resolve(name).keys[0]))
          .map(name => ({
            ...notDeclared(['deployment', 'trigger', name], name, document),
            key: true,
          }));
  return [
    ...triggers,
    ...checkWindowEnvironments(document.windows, {
      list: WINDOWS,
      known,
      isComplete: known.isConfigured || declared.length > 0,
      // The portal and other documents may know it.
      unknown: 'warning',
    }),
  ];
}

function names(document: Outline): string[] {
  return document.environments.flatMap(item =>
    item.name === undefined ? [] : [item.name],
  );
}

function notDeclared(
  path: PathSegments,
  name: string,
  document: Outline,
): SemanticFinding {
  const declared = names(document);
  return {
    path,
    message: `no environment '${name}' in environments.items${
      didYouMean(name, declared) || `, which names ${declared.join(', ')}`
    }`,
    severity: 'warning',
  };
}

/** Destinations of Markdown links, images, definitions and autolinks that would run code. */
const DANGEROUS_LINK =
  /(?:\]\([\s<]*|\]:[\s<]*|<|(?:href|src)\s{0,9}=[\s"']*)(javascript|vbscript|data):/i;

function checkMarkdownLinks(document: unknown): SemanticFinding[] {
  const findings: SemanticFinding[] = [];
  const visit = (value: unknown, path: (string | number)[]) => {
    if (typeof value === 'string') {
      const scheme = DANGEROUS_LINK.exec(value)?.[1];
      if (scheme) {
        findings.push({
          path,
          message: `links to ${scheme.toLowerCase()}: are not allowed`,
          severity: 'error',
        });
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, [...path, index]));
    } else if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([key, each]) =>
        visit(each, [...path, key]),
      );
    }
  };
  visit(document, []);
  return findings;
}
