import {
  plainLine,
  STARTER_EXAMPLES,
  writeStarter,
} from '@backstage-handover/plugin-handover-common/documents';
import type { FieldComment } from '@backstage-handover/plugin-handover-common/documents';
import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import {
  ANNOTATION_SOURCE_LOCATION,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

// What the schema takes for a reference; anything else is left out.
const ENTITY_REF =
  /^[a-zA-Z][a-zA-Z0-9+.-]*:[a-zA-Z0-9._-]{1,63}\/[a-zA-Z0-9._-]{1,63}$/;

function isWebLink(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

function relationTargets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .filter(ref => ENTITY_REF.test(ref));
}

/** The repository, if the catalog has it. */
function repositoryOf(entity: Entity): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const source = annotations[ANNOTATION_SOURCE_LOCATION]?.replace(/^url:/, '');
  if (source && isWebLink(source)) {
    return source;
  }
  const github = annotations['github.com/project-slug'];
  const gitlab = annotations['gitlab.com/project-slug'];
  return (
    (github && `https://github.com/${github}`) ||
    (gitlab && `https://gitlab.com/${gitlab}`)
  );
}

/** The pipeline, if the catalog has it. */
function pipelineOf(entity: Entity): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const jenkins = annotations['jenkins.io/job-full-name'];
  const github = annotations['github.com/project-slug'];
  const argocd = annotations['argocd/app-name'];
  return (
    (jenkins && `Jenkins job ${jenkins}`) ||
    (github && `https://github.com/${github}/actions`) ||
    (argocd && `Argo CD application ${argocd}`)
  );
}

/** A text of the catalog, as far as a field takes it. */
function text(value: string | undefined, max: number): string | undefined {
  return value?.slice(0, max).trim() || undefined;
}

/** What the catalog knows about an entity, as far as it belongs in a handover. */
function documentOf(entity: Entity): HandoverDocument {
  const annotations = entity.metadata.annotations ?? {};
  const namespace = text(
    plainLine(annotations['backstage.io/kubernetes-namespace'] ?? ''),
    300,
  );
  const workload = annotations['backstage.io/kubernetes-id'];
  const purpose = text(entity.metadata.description, 20_000);
  const links = (entity.metadata.links ?? [])
    .filter(({ url }) => isWebLink(url))
    .map(({ title, url }) => ({
      title: text(plainLine(title ?? url), 300) ?? 'Link',
      url,
    }));
  const dependencies = relationTargets(entity, RELATION_DEPENDS_ON);
  const repository = text(repositoryOf(entity), 20_000);
  const pipeline = text(pipelineOf(entity), 20_000);
  const architecture = {
    ...(links.length > 0 && { links }),
    ...(dependencies.length > 0 && {
      dependencies: dependencies.map(entityRef => ({ entityRef })),
    }),
  };
  const deployment = {
    ...(pipeline && { pipeline }),
    ...(repository && { repository }),
  };
  return {
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    metadata: { entityRef: stringifyEntityRef(entity) },
    ...(purpose && { overview: { purpose } }),
    ...((namespace || workload) && {
      environments: {
        items: [{ name: 'production', ...(namespace && { namespace }) }],
      },
    }),
    ...(Object.keys(architecture).length > 0 && { architecture }),
    ...(Object.keys(deployment).length > 0 && { deployment }),
  };
}

/** What people should know about the values that come from the catalog. */
function remarksOf(entity: Entity): FieldComment[] {
  const workload = entity.metadata.annotations?.['backstage.io/kubernetes-id'];
  const owners = relationTargets(entity, RELATION_OWNED_BY);
  return [
    {
      path: ['environments', 'items', 0],
      lines: [
        'The annotations of the catalog name this; check which environment they mean.',
        ...(workload
          ? [
              `Kubernetes objects are labelled backstage.io/kubernetes-id=${workload}`,
            ]
          : []),
      ],
    },
    {
      path: ['escalation'],
      lines: [
        `The owner comes from the catalog${
          owners.length > 0 ? ` (${owners.join(', ')})` : ''
        } and is not repeated here.`,
      ],
    },
  ];
}

/**
 * A `handover.yaml` to begin with, for an entity that has none: what the
 * catalog knows is filled in, the rest has examples in comments. It is a valid
 * document as it is.
 */
export function handoverTemplate(entity: Entity): string {
  const [owner] = relationTargets(entity, RELATION_OWNED_BY);
  const [level, ...levels] = STARTER_EXAMPLES.escalation?.levels ?? [];
  return writeStarter(documentOf(entity), {
    header: [
      `Handover of ${
        entity.metadata.title ?? entity.metadata.name
      }: everything a new owner needs to know.`,
      'Fill in what you know and leave out what you do not: the portal lists what is missing.',
      'If a section does not apply, write "notApplicable: <the reason>" in it.',
    ],
    fields: remarksOf(entity),
    examples: {
      ...STARTER_EXAMPLES,
      escalation: {
        ...STARTER_EXAMPLES.escalation,
        levels: [{ ...level, ...(owner && { who: owner }) }, ...levels],
      },
    },
  }).text;
}
