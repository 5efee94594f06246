import { findByLocation } from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type {
  GitLabIntegration,
  ScmIntegrations,
} from '@backstage/integration';

// Of the community's GitLab plugin.
const SLUG = 'gitlab.com/project-slug';
const PROJECT_ID = 'gitlab.com/project-id';
const INSTANCE = 'gitlab.com/instance';

/** A project of one GitLab. */
export type Target = {
  integration: GitLabIntegration;
  /** What the API takes: `group/project`, or the project's number. */
  project: string;
};

/** Whether an entity has the annotation that names its project. */
export function hasProject(entity: Entity): boolean {
  return Boolean(
    annotationOf(entity, SLUG) ?? annotationOf(entity, PROJECT_ID),
  );
}

/**
 * The project that an entity's annotations name, and the GitLab that it is on.
 *
 * @throws Error where they name none that could be one.
 */
export function readTarget(
  entity: Entity,
  integrations: ScmIntegrations,
): Target {
  return {
    integration: readIntegration(entity, integrations),
    project: readProject(entity),
  };
}

function readProject(entity: Entity): string {
  const slug = annotationOf(entity, SLUG);
  if (slug !== undefined) {
    if (!isProjectPath(slug)) {
      throw invalid(SLUG, "must be a path such as 'group/project'", slug);
    }
    return slug;
  }
  const id = annotationOf(entity, PROJECT_ID) ?? '';
  if (!/^[1-9]\d{0,15}$/.test(id)) {
    throw invalid(PROJECT_ID, "must be a number such as '1234'", id);
  }
  return id;
}

/** A project is in a group, or in the namespace of a person. */
function isProjectPath(path: string): boolean {
  const parts = path.split('/');
  return (
    path.length <= 255 &&
    parts.length > 1 &&
    // A path with dots would leave the API's address of the project.
    parts.every(part => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part))
  );
}

function readIntegration(
  entity: Entity,
  { gitlab }: ScmIntegrations,
): GitLabIntegration {
  const host = annotationOf(entity, INSTANCE);
  if (host !== undefined) {
    const named = gitlab.list().find(({ config }) => config.host === host);
    if (!named) {
      throw invalid(
        INSTANCE,
        "must be the 'host' of an integration in 'integrations.gitlab'",
        host,
      );
    }
    return named;
  }
  const [fallback] = gitlab.list();
  return findByLocation(entity, gitlab) ?? fallback;
}

function annotationOf(entity: Entity, name: string): string | undefined {
  return entity.metadata.annotations?.[name]?.trim() || undefined;
}

function invalid(annotation: string, must: string, value: string): Error {
  return new Error(
    `GitLab: the annotation '${annotation}' ${must}, not '${value.slice(
      0,
      100,
    )}'`,
  );
}
