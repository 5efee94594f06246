/** Messages of who is on call; merged into the plugin's translation ref under `oncall`. */
export const onCallMessages = {
  title: 'On call now',
  until: 'until {{time}}',
  next: 'Next: {{name}} from {{time}}',
  nextThen: 'Next: {{name}}',
  level: 'Level {{level}}',
  nobody: 'Nobody is on call.',
  nobodyAt: 'Nobody is on call at level {{level}}.',
  from: 'From {{title}}',
  unread: 'Could not load who is on call: {{message}}',
  failing: 'Could not read {{title}}: {{message}}',
} as const;
