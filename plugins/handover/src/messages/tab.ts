/** Messages of the tab; merged into the plugin's translation ref under `tab`. */
export const tabMessages = {
  title: 'Handover',
  loading: 'Loading the handover',
  failed: 'The handover could not be loaded',
  contents: 'Sections',
  printed: 'Printed {{when}}',
  incident: {
    title: 'Handover: incident view',
    switch: 'Incident view',
  },
  fault: {
    panel: "The panel '{{id}}' failed: {{message}}",
    cell: "The cell '{{id}}' failed: {{message}}",
  },
  danger: {
    title: 'Do not touch without approval',
    why: 'Reasons and approvers',
    all_one: '{{count}} danger zone, with its reason and approver',
    all_other: 'All {{count}} danger zones, with reasons and approvers',
  },
  glance: {
    title: 'At a glance',
    owner: 'Owner',
    noOwner: 'No owner in the catalog.',
    mail: 'Email {{address}}',
    contactUnread: 'The contact could not be loaded.',
    escalation: 'Call first',
    noEscalation: 'No contact is named. Ask the owner.',
    allLevels: 'All levels',
    steps: 'Rollback steps',
    coverage: 'Coverage',
    reviewOverdue: 'review overdue',
    tier: 'Tier {{tier}}',
    ofRequired: ', {{covered}} of {{required}} required fields',
    missing: 'What is missing',
    freshness: 'Freshness',
    reviewed: 'Reviewed {{when}}',
    neverReviewed: 'Never reviewed',
    due: 'Next review by {{date}}',
    revision: {
      repository: 'Revision {{number}} from the repository',
      portal: 'Revision {{number}} from the portal',
    },
  },
  partial: {
    kept: 'This section is from a file with errors, which is not in force.',
    failed: 'This section has errors and is not shown.',
    notInForce: 'Not in force',
    hasErrors: 'Has errors',
    windows: 'Windows that are not in force',
  },
  problems: { place: 'Line {{line}}, column {{column}}:' },
  status: {
    invalid_one: 'The document has {{count}} problem',
    invalid_other: 'The document has {{count}} problems',
    unreachable: 'The document cannot be reached',
    gone: 'The document was moved or deleted',
    warnings: 'The document is valid, with warnings',
    since: 'Since {{since}}.',
    file: 'File: ',
    lastGood:
      'Below is the last good revision, {{number}} from {{date}}. It may be out of date.',
    noLastGood: 'There is no good revision to show yet.',
    partial:
      'There is no good revision to show yet. Below are the sections of the file that have no errors. They are not in force: the gate, coverage and scorecards ignore them.',
    catalogOutdated: 'The catalog has not been read since {{date}}',
    catalogOutdatedMeaning:
      'Changes to the owner, the system or the location of the document since then are not shown here.',
    stale: 'This handover is stale',
    staleSince:
      'Its review was due on {{date}}. Check with the owner before you rely on it.',
    neverReviewed:
      'It has never been reviewed. Check with the owner before you rely on it.',
  },
  unavailable: {
    title: 'No handovers for this kind',
    explanation:
      'Entities of kind {{kind}} cannot have a handover. To change that, add the kind to `handover.documents.kinds` in the configuration.',
  },
  empty: {
    title: 'No handover yet',
    shown: 'Below is what the catalog, the pipelines and the clusters know.',
    write: 'Write the handover',
    explanation:
      'A handover holds everything a new owner needs to know: what the service does, how to deploy it and roll it back, what breaks and how to fix it, what not to touch, and whom to call. It is a file beside the code, `handover.yaml`, reviewed like code and shown here.',
    draft: 'Draft a handover from the repository',
    stepDraft:
      'The draft is made from the repository, the catalog and the pipelines, and names the source of each field. Or write the handover yourself:',
    stepCopy:
      'Copy or download the file below. It contains what the catalog knows, and examples in comments for the rest.',
    stepPlace:
      'Put it beside the `catalog-info.yaml` of this entity and add the annotation below to that file.',
    stepMerge:
      'Merge both changes. After the next refresh, the tab shows the handover and what is still missing.',
    file: 'handover.yaml for {{name}}',
    copyFile: 'Copy handover.yaml',
    copyAnnotation: 'Copy annotation',
    download: 'Download handover.yaml',
  },
} as const;
