/** Messages of who is on call; merged into the plugin's translation ref under `oncall`. */
export const onCallMessages = {
  title: 'On call now',
  until: 'until {{time}}',
  next: 'Next: {{name}} from {{time}}',
  level: 'Level {{level}}',
  nobody: 'Nobody is on call.',
  nobodyAt: 'Nobody is on call at level {{level}}.',
  from: 'From {{title}}',
  unread: 'It is not known who is on call: {{message}}.',
  failing: '{{title}} could not be read: {{message}}.',
  retry: 'Try again',
} as const;
