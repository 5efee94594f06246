import { sectionText } from './index';

it('says what a section says, a line for each field', () => {
  expect(
    sectionText(
      {
        apiVersion: 'handover.dev/v1',
        kind: 'Handover',
        rollback: {
          triggers: ['Error rate above 2 %'],
          steps: [{ do: 'Undo it', command: 'helm rollback payments' }],
          decideWithin: 'PT15M',
        },
      },
      'rollback',
    ).split('\n'),
  ).toEqual([
    'Roll back when: Error rate above 2 %',
    'Step: Undo it',
    'Command: helm rollback payments',
    'Decide within: 15 minutes',
  ]);
});

it('is empty where there is no such section', () => {
  expect(
    sectionText({ apiVersion: 'handover.dev/v1', kind: 'Handover' }, 'notes'),
  ).toBe('');
});
