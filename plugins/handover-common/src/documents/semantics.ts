import type { Problem } from './types';
import { matchesGlob } from '../gate/glob';
import { scheduleSchema } from '../gate/schema';
import { validateSchedule } from '../gate/validate';
import type { Finding } from './issues';
import { MAX_PROBLEMS } from './limits';
import { Outline, outline } from './outline';
import { formatPath } from './path';
import type { PathSegments } from './path';

/**
 * Patterns are compared with names in time proportional to both their lengths.
 * Beyond so many characters of one times the other, which no real document has,
 * these warnings are left out.
 */
const MAX_COMPARED = 50_000_000;

/** A finding about what a document means, which may be a mere warning. */
export type SemanticFinding = Finding & { severity: Problem['severity'] };

/**
 * Checks what a schema cannot say: names that refer to each other, and what must
 * be unique. Takes any value, so that these problems show along with those that
 * the schema finds.
 */
export function checkMeaning(value: unknown): SemanticFinding[] {
  const document = outline(value);
  return [
    ...document.ids.flatMap(({ list, ids }) => checkUnique(ids, list, 'id')),
    ...checkUnique(
      document.environments.map(item => item.name),
      ['environments', 'items'],
      'name',
    ),
    ...checkPromotion(document),
    ...checkEnvironmentNames(document),
    ...checkSchedules(document),
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

function checkPromotion(document: Outline): SemanticFinding[] {
  const items = document.environments;
  const from = new Map(items.map(item => [item.name, item.promotedFrom]));
  return items.flatMap((item, index): SemanticFinding[] => {
    if (item.promotedFrom === undefined) {
      return [];
    }
    const path = ['environments', 'items', index, 'promotedFrom'];
    if (!from.has(item.promotedFrom)) {
      return [unknownEnvironment(path, item.promotedFrom, names(document))];
    }
    // Follows the path back. Whoever meets itself again is part of a cycle.
    const trail = new Set([item.promotedFrom]);
    for (
      let next = from.get(item.promotedFrom);
      next !== undefined && !trail.has(next);
      next = from.get(next)
    ) {
      trail.add(next);
    }
    return item.name !== undefined && trail.has(item.name)
      ? [
          {
            path,
            message: `environments are promoted in a circle: ${[
              item.name,
              ...untilSelf([...trail], item.name),
            ].join(' from ')}`,
            severity: 'error',
          },
        ]
      : [];
  });
}

function totalLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function untilSelf(trail: string[], name: string): string[] {
  return trail.slice(0, trail.indexOf(name) + 1);
}

function checkEnvironmentNames(document: Outline): SemanticFinding[] {
  const known = names(document);
  if (known.length === 0) {
    return [];
  }
  const triggers = document.triggers
    .filter(name => !known.includes(name))
    .map(name => ({
      ...unknownEnvironment(['deployment', 'trigger', name], name, known),
      key: true,
    }));
  const patterns = document.windows.flatMap(item => item.environments);
  if (totalLength(patterns) * totalLength(known) > MAX_COMPARED) {
    return triggers;
  }
  const windows = document.windows.flatMap((item, index) =>
    item.environments.flatMap((pattern, position) =>
      known.some(name => matchesGlob(pattern, name))
        ? []
        : [
            unknownEnvironment(
              ['windows', 'items', index, 'environments', position],
              pattern,
              known,
            ),
          ],
    ),
  );
  return [...triggers, ...windows];
}

function checkSchedules(document: Outline): SemanticFinding[] {
  const findings: SemanticFinding[] = [];
  for (const [index, { schedule: value }] of document.windows.entries()) {
    const schedule = scheduleSchema.safeParse(value);
    if (schedule.success) {
      for (const { path, message } of validateSchedule(schedule.data)) {
        findings.push({
          path: ['windows', 'items', index, 'schedule', path],
          message,
          severity: 'error',
        });
      }
    }
    // To find that a rule never occurs is the costliest check of all.
    if (findings.length > MAX_PROBLEMS) {
      break;
    }
  }
  return findings;
}

function names(document: Outline): string[] {
  return document.environments.flatMap(item =>
    item.name === undefined ? [] : [item.name],
  );
}

function unknownEnvironment(
  path: PathSegments,
  name: string,
  known: string[],
): SemanticFinding {
  return {
    path,
    message: `no environment '${name}' in environments.items, which names ${known.join(
      ', ',
    )}`,
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
