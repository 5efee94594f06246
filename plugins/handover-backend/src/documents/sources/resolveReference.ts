import { parseLocationRef } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import path from 'node:path';
import type { DocumentReference } from '../store';
import type { SourceLocation } from './SourceReader';

/** Name of a document that is found beside the file of its entity. */
export const SIBLING_FILE = './handover.yaml';

/** The place that a reference means, or why it means none. */
export type ResolvedReference =
  | { location: SourceLocation }
  | { problem: string };

/**
 * Finds the place that a reference means: a URL, or a path relative to the
 * entity's own location. A path stays inside the folder of a `file:` location,
 * and inside the repository of a `url:` location.
 */
export function resolveReference(
  reference: DocumentReference,
  integrations: ScmIntegrationRegistry,
): ResolvedReference {
  const target = (reference.annotation ?? SIBLING_FILE).trim();
  if (target === '') {
    return { problem: 'The annotation is empty' };
  }

  const url = /^(?:url:)?(https?:.*)$/i.exec(target)?.[1];
  if (url) {
    return resolveUrl(url);
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return {
      problem: `'${redactTarget(
        target,
      )}' must be a path relative to the entity's own file, or an http or https URL`,
    };
  }

  const base = parseBase(reference.entityLocation);
  if (base?.type === 'url') {
    return resolveInRepository(target, base.target, integrations);
  }
  if (base?.type === 'file') {
    return resolveInFolder(target, base.target);
  }
  return {
    problem: `The relative path '${target}' needs an entity that was read from a file or a URL, not from '${reference.entityLocation}'`,
  };
}

function parseBase(location: string) {
  try {
    return parseLocationRef(location);
  } catch {
    return undefined;
  }
}

function resolveUrl(target: string): ResolvedReference {
  let url: URL;
  try {
    url = new URL(target);
  } catch {
    return { problem: 'The URL is malformed' };
  }
  if (url.username || url.password) {
    return {
      problem: `The URL at ${url.host} must not contain a user name or a password`,
    };
  }
  return { location: { type: 'url', url: url.toString() } };
}

function resolveInFolder(target: string, base: string): ResolvedReference {
  const folder = path.dirname(base);
  const relative = path.relative(folder, path.resolve(folder, target));
  if (
    path.isAbsolute(target) ||
    relative === '..' ||
    relative.startsWith(`..${path.sep}`)
  ) {
    return {
      problem: `'${target}' leads outside the folder of the entity's own file`,
    };
  }
  return { location: { type: 'file', folder, path: relative || '.' } };
}

function resolveInRepository(
  target: string,
  base: string,
  integrations: ScmIntegrationRegistry,
): ResolvedReference {
  const shown = target.split('?', 1)[0];
  const outside = {
    problem: `'${shown}' leads outside the repository of the entity's own file`,
  };
  // Encoded or Windows separators would be resolved after this check.
  if (/\\|%2e|%2f|%5c/i.test(target)) {
    return outside;
  }
  try {
    const integration = integrations.byUrl(base);
    if (!integration) {
      // A plain web server: what is relative stays on it.
      const url = new URL(target, base);
      return url.origin === new URL(base).origin
        ? resolveUrl(url.toString())
        : outside;
    }
    const marker = 'handover.yaml';
    const [root] = integration
      .resolveUrl({ url: `/${marker}`, base })
      .split(marker, 1);
    const url = integration.resolveUrl({ url: target, base });
    return url.startsWith(root) ? resolveUrl(url) : outside;
  } catch {
    return {
      problem: `'${shown}' cannot be resolved against the entity's own location`,
    };
  }
}

/** Keeps what a mistyped scheme may carry after it out of messages. */
function redactTarget(target: string): string {
  return `${target.split(':', 1)[0]}:…`;
}
