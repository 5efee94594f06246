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

/** A string as a YAML scalar: double quoted, of which JSON is a part (YAML 1.2 §1.2). */
function scalar(value: string): string {
  // JSON leaves these as they are; YAML 1.2 §5.1 does not print them.
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Text on one line, for a comment. */
function oneLine(value: string): string {
  // eslint-disable-next-line no-control-regex
  return value.replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ');
}

function isWebLink(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

function relationTargets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .filter(ref => ENTITY_REF.test(ref));
}

/** Where the code is, as far as the catalog knows. */
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

/** Where the pipeline is, as far as the catalog knows. */
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

/** A line of the template: filled in where there is a value, an example in a comment where not. */
function field(
  indent: string,
  key: string,
  value: string | undefined,
  example: string,
): string {
  return value?.trim()
    ? `${indent}${key}: ${scalar(value.trim())}`
    : `${indent}# ${key}: ${example}`;
}

/**
 * A `handover.yaml` to begin with, for an entity that has none: what the
 * catalog knows is filled in, the rest stands in comments with an example. It
 * is a valid document as it is.
 */
export function handoverTemplate(entity: Entity): string {
  const annotations = entity.metadata.annotations ?? {};
  const entityRef = stringifyEntityRef(entity);
  const title = oneLine(entity.metadata.title ?? entity.metadata.name);
  const owners = relationTargets(entity, RELATION_OWNED_BY);
  const dependencies = relationTargets(entity, RELATION_DEPENDS_ON);
  const links = (entity.metadata.links ?? []).filter(({ url }) =>
    isWebLink(url),
  );
  const namespace = annotations['backstage.io/kubernetes-namespace'];
  const workload = annotations['backstage.io/kubernetes-id'];

  return `# Handover of ${title}: what one must know to take it over.
# Fill in what you know, leave out what you do not: the portal lists what is missing.
# A section that does not apply takes "notApplicable: <the reason>".
apiVersion: handover.dev/v1
kind: Handover

metadata:
  entityRef: ${scalar(entityRef)}
  # tier: 2
  # reviewedAt: 2026-01-31
  # reviewedBy: Name of who checked it
  # reviewEvery: P90D

overview:
${field(
  '  ',
  'purpose',
  entity.metadata.description?.slice(0, 20_000),
  'What it does, in plain words.',
)}
  # users:
  #   - Customers, through the web shop
  # criticality: high    # low, medium, high or critical
  # criticalPeriods:
  #   - Business hours
  # impact: What an outage costs.
  # worstCase: The worst that can happen.

environments:
${
  namespace || workload
    ? `  # The annotations of the catalog name these; check which environment they mean.
  items:
    - name: production
${field('      ', 'namespace', namespace && oneLine(namespace), 'orders')}${
        workload
          ? `\n      # Kubernetes objects are labelled backstage.io/kubernetes-id=${oneLine(
              workload,
            )}`
          : ''
      }
      # cluster: production
      # promotedFrom: staging`
    : `  # items:
  #   - name: staging
  #   - name: production
  #     namespace: orders
  #     promotedFrom: staging`
}
  # technologies:
  #   - Kubernetes

architecture:
${
  links.length > 0
    ? `  links:
${links
  .map(
    ({ title: linkTitle, url }) =>
      `    - title: ${scalar(
        oneLine(linkTitle ?? url)
          .slice(0, 300)
          .trim() || 'Link',
      )}
      url: ${scalar(url)}`,
  )
  .join('\n')}`
    : `  # links:
  #   - title: Architecture diagram
  #     url: https://example.com/architecture`
}
  # verifiedBy: Name of who checked that it is still true
${
  dependencies.length > 0
    ? `  dependencies:
${dependencies
  .map(
    ref => `    - entityRef: ${scalar(ref)}
      # critical: true
      # whenDown: What happens when it is down.`,
  )
  .join('\n')}`
    : `  # dependencies:
  #   - entityRef: component:default/payments
  #     critical: true
  #     whenDown: What happens when it is down.`
}

notes:
  # items:
  #   - kind: sharpEdge    # shortcut, sharpEdge or history
  #     text: What surprises whoever does not know it.

dayOne:
  # access:
  #   - what: Cloud console
  #     how: Whom to ask
  # safeActions:
  #   - Look at the dashboards
  # forbiddenActions:
  #   - Edit a secret

deployment:
${field(
  '  ',
  'repository',
  repositoryOf(entity),
  'https://git.example.com/orders',
)}
${field(
  '  ',
  'pipeline',
  pipelineOf(entity),
  'https://ci.example.com/job/orders',
)}
  # steps:
  #   - do: Merge to the main branch.
  # trigger:
  #   staging: automatic
  #   production: manual
  # preChecks:
  #   - The pipeline is green
  # postChecks:
  #   - The health check answers

rollback:
  # triggers:
  #   - The error rate rises
  # steps:
  #   - do: Go back to the release before.
  #     command: helm rollback orders
  #     verify: The health check answers.
  # risk: medium    # low, medium or high
  # decideWithin: PT10M
  # expectedDuration: PT15M
  # approvers:
  #   - On-call lead

failures:
  # items:
  #   - symptom: Pods restart again and again
  #     cause: A secret is missing
  #     fix: Check where the secret should be.
  #     frequency: medium    # low, medium or high

windows:
  # items:
  #   - id: month-end
  #     title: Month-end closing
  #     effect: deny    # allow or deny
  #     reason: Finance closes the books.
  #     environments: [production]
  #     schedule:
  #       start: 2026-01-28
  #       duration: P3D
  #       rrule: FREQ=MONTHLY
  #       timeZone: Europe/London

dangerZones:
  # items:
  #   - what: The production database
  #     why: A lock stops every order.
  #     approval: Engineering manager
  #     emergencyOnly: true

escalation:
  # The owner comes from the catalog${
    owners.length > 0 ? `, ${owners.join(', ')},` : ''
  } and is not repeated. Whom to call, in order:
  # levels:
  #   - who: ${owners[0] ?? 'Name of the on-call team'}
  #     how: The on-call number or channel
  #     respondWithin: PT15M

resilience:
  # rto: PT1H
  # rpo: PT5M
  # backups: Where they are and how to restore them.

firstThirtyDays:
  # stages:
  #   - name: observe    # observe, shadow, supervised, independent
  #     goal: Understand what runs where.
  #     until: day 7

responsibilities:
  # Only what exists or is under way, no new initiatives.
  # tasks:
  #   - title: Upgrade the database
  #     status: inProgress    # existing or inProgress

completion:
  # statements:
  #   - I can deploy safely
  #   - I understand the rollback
  #   - I know the danger zones
  #   - I know the escalation path
  #   - I have verified the architecture
`;
}
