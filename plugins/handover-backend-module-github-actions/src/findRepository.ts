import { findByLocation } from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { ScmIntegrations } from '@backstage/integration';

/** As Backstage's plugins for GitHub have it. */
export const ANNOTATION = 'github.com/project-slug';

/** A repository and the API to read it from. */
export type Repository = {
  owner: string;
  name: string;
  /** Display name of the host. */
  host: string;
  apiBaseUrl: string;
};

const SLUG = /^([\w.-]+)\/([\w.-]+)$/;

/**
 * The repository that an entity names. It is on the host that the entity comes
 * from, or else on the first GitHub that is configured.
 *
 * @throws Error that names the problem of the annotation or configuration
 */
export function findRepository(
  entity: Entity,
  options: { title: string; integrations: ScmIntegrations },
): Repository {
  const { title, integrations } = options;
  const slug = entity.metadata.annotations?.[ANNOTATION]?.trim() ?? '';
  const [, owner, name] = SLUG.exec(slug) ?? [];
  // A path of dots would lead to another part of the API.
  if (!owner || !name || [owner, name].some(part => /^\.+$/.test(part))) {
    throw new Error(
      `${title} cannot be read: the annotation '${ANNOTATION}' must be 'owner/repository', not '${slug.slice(
        0,
        100,
      )}'`,
    );
  }
  const { config } =
    findByLocation(entity, integrations.github) ??
    integrations.github.list()[0];
  if (!config.apiBaseUrl) {
    throw new Error(
      `${title} cannot be read: the GitHub integration of '${config.host}' has no 'apiBaseUrl'`,
    );
  }
  return { owner, name, host: config.host, apiBaseUrl: config.apiBaseUrl };
}
