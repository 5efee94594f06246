/**
 * The scorecard for a company that has none of its own yet, in YAML. It says
 * whether somebody who knows nothing about a service could take it over.
 *
 * @alpha
 */
export const HANDOVER_READY = `apiVersion: handover.dev/v1
kind: Scorecard
metadata:
  name: handover-ready
  title: Handover ready
  description: >-
    Could somebody who has never seen this service take it over? Bronze: they can
    find whom to call and how to go back. Silver: they can run it. Gold: what is
    written has been seen to work.
  owner: group:default/platform
levels:
  - id: bronze
    title: Bronze
    color: '#a0522d'
    description: The on-call engineer can find whom to call and how to go back.
  - id: silver
    title: Silver
    color: '#71797e'
    description: A new owner can deploy and run the service.
  - id: gold
    title: Gold
    color: '#b8860b'
    description: What is written has been seen to work.
checks:
  - id: owned-by-a-group
    title: A team owns it
    level: bronze
    weight: 3
    effort: small
    why: A person leaves or sleeps. A team answers.
    fix:
      text: Set \`spec.owner\` in \`catalog-info.yaml\` to a group that the catalog knows.
    condition: catalog.ownedByGroup
  - id: handover-can-be-read
    title: It has a handover without errors
    level: bronze
    weight: 3
    effort: medium
    why: Everything else on this scorecard is read from the handover.
    fix:
      text: >-
        Add a \`handover.yaml\` beside \`catalog-info.yaml\`, and check it with
        \`handover lint\`.
    condition: document.exists && document.status in ['ok', 'unreachable']
  - id: purpose-and-impact
    title: What it does and what its outage means
    level: bronze
    weight: 2
    effort: small
    why: Whoever is woken decides by the impact how much may be risked.
    fix:
      text: Complete the overview.
      section: overview
    condition: document.sections.overview == 'covered'
  - id: whom-to-call
    title: Whom to call, in order
    level: bronze
    weight: 3
    effort: small
    why: Searching for a contact during an incident costs the minutes that matter.
    fix:
      text: Name each level of the escalation and how to reach it.
      section: escalation
    condition: document.sections.escalation == 'covered'
  - id: rollback-steps
    title: Steps of a rollback
    level: bronze
    weight: 3
    effort: medium
    why: Going back is the first remedy for a bad release.
    fix:
      text: Write each step with its command and how to verify it.
      section: rollback
    condition: document.covered['rollback.steps']
  - id: rollback-decided
    title: Who decides on a rollback, and when
    level: silver
    weight: 3
    effort: medium
    why: A rollback that nobody may approve at night does not happen.
    fix:
      text: Complete triggers, risk, duration and approvers.
      section: rollback
    condition: document.sections.rollback == 'covered'
  - id: known-failures
    title: Known failures with cause and fix
    level: silver
    weight: 2
    effort: medium
    why: What broke before breaks again, and then somebody else is on call.
    fix:
      text: Describe at least one failure with symptom, cause and fix.
      section: failures
    condition: document.sections.failures == 'covered'
  - id: how-to-deploy
    title: How it is deployed and checked
    level: silver
    weight: 2
    effort: medium
    why: A new owner's first change should not be an experiment.
    fix:
      text: Name the pipeline, its trigger, and the checks before and after.
      section: deployment
    condition: document.sections.deployment == 'covered'
  - id: change-windows
    title: When changes are allowed
    level: silver
    weight: 2
    effort: small
    why: The gate can only hold what somebody declared.
    fix:
      text: Declare windows, or why the service needs none.
      section: windows
    condition: document.sections.windows == 'covered'
  - id: danger-zones
    title: What must not be touched
    level: silver
    weight: 3
    effort: small
    why: Some things cannot be undone, and they rarely look dangerous.
    fix:
      text: List what is dangerous, why, and who may approve it.
      section: dangerZones
    condition: document.sections.dangerZones == 'covered'
  - id: reviewed
    title: Reviewed, and the review still holds
    level: silver
    weight: 2
    effort: small
    why: Text that nobody has vouched for describes the service of last year.
    fix:
      text: Read the handover, mend it, and set \`metadata.reviewedAt\`.
    condition: '!document.stale'
  - id: tier
    title: Its tier is declared
    level: silver
    weight: 1
    effort: small
    why: The tier decides how strict the other checks are.
    fix:
      text: Set \`metadata.tier\`, 1 for the most important services to 4.
    condition: document.tier >= 1
  - id: complete
    title: Nothing important is missing
    level: gold
    weight: 2
    effort: large
    why: Each gap is a question that somebody has to ask at night.
    fix:
      text: Fill in what the tab lists as still missing.
    condition: 'document.coverage >= (document.tier in [1, 2] ? 0.95 : 0.8)'
  - id: part-of-a-system
    title: It belongs to a known system
    level: gold
    weight: 1
    effort: small
    why: Calendars and scorecards apply to systems, and so do outages.
    fix:
      text: Set \`spec.system\` in \`catalog-info.yaml\`.
    condition: catalog.systemExists
  - id: deployments-are-seen
    title: Deployments are seen
    level: gold
    weight: 2
    effort: medium
    why: Without deployment data nobody knows which change caused an incident.
    fix:
      text: Annotate the entity with its pipeline, or send CDEvents.
    condition: delivery.connected
  - id: rollback-was-seen
    title: A rollback was seen in the last 180 days
    level: gold
    weight: 3
    effort: large
    why: A rollback that was never tried is a hope. This is read from deployment data and cannot be claimed.
    fix:
      text: Rehearse a rollback in any environment through the pipeline.
      section: rollback
    when: document.tier in [1, 2]
    condition: delivery.rollbacks >= 1
`;
