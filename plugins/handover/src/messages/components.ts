/** Messages of the shared components; merged into the plugin's translation ref under `common`. */
export const componentMessages = {
  copy: 'Copy',
  copyCommand: 'Copy command: {{command}}',
  copied: 'Copied',
  copyFailed: 'Could not copy. Select the text and copy it by hand.',
  retry: 'Try again',
  cancel: 'Cancel',
  freshness: {
    asOf: 'As of {{time}}',
    failed:
      'Refresh has been failing since {{since}} ({{message}}). Showing data from {{time}}.',
  },
  fix: {
    title: 'Documented fix',
    failure: 'Documented as: {{symptom}}',
    unnamed: 'a failure without a symptom',
    undocumented:
      'Not documented yet. To document it, copy it as YAML for failures.items:',
    document: 'Copy it as YAML for failures.items',
  },
  linkTo: 'Link to {{title}}',
  covered: 'Covered',
  partial: 'Partly covered',
  missing: 'Missing',
  notApplicable: 'Not applicable',
} as const;
