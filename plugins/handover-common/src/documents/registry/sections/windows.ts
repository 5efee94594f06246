import { DURATION, GROUP_LIST, TEXT } from '../inputs';
import { OPTION_LABELS } from '../labels';
import type { FieldInput, PartDetails } from '../types';

const LOCAL: FieldInput = { kind: 'localDateTime' };

export const windows: PartDetails<'windows'> = {
  description: 'When changes are allowed or denied.',
  fields: {
    items: {
      description: 'The windows.',
      required: true,
      why: 'A harmless change at month end or during peak sales can become the costliest of the year.',
      input: GROUP_LIST,
    },
    'items[].id': {
      description: 'Stable name of the window: lower case words with dashes.',
      input: { kind: 'id' },
    },
    'items[].title': { description: 'The name that people see.', input: TEXT },
    'items[].effect': {
      description: 'Whether changes are allowed or denied while it is active.',
      input: { kind: 'enum', options: OPTION_LABELS.effect },
    },
    'items[].reason': { description: 'Why it exists.', input: TEXT },
    'items[].environments': {
      description:
        'Names or patterns of the environments that it applies to. Default: all.',
      input: { kind: 'list', of: TEXT },
    },
    'items[].changes': {
      description:
        'The changes that it applies to. Default: all except rollbacks.',
      input: {
        kind: 'list',
        of: { kind: 'enum', options: OPTION_LABELS.change },
      },
    },
    'items[].inFlight': {
      description:
        'What happens to a change that is running when changes become denied.',
      input: { kind: 'enum', options: OPTION_LABELS.inFlight },
    },
    'items[].schedule': {
      description:
        'When it is active: once (start and end), recurring (start, duration and rrule) or cron.',
      input: { kind: 'group' },
    },
    'items[].schedule.start': {
      description: 'Local date or time at which it starts.',
      input: LOCAL,
    },
    'items[].schedule.end': {
      description: 'Local date or time at which it ends.',
      input: LOCAL,
    },
    'items[].schedule.duration': {
      description: 'How long each occurrence lasts (ISO 8601).',
      input: DURATION,
    },
    'items[].schedule.rrule': {
      description:
        'RFC 5545 recurrence rule, for example FREQ=WEEKLY;BYDAY=FR.',
      input: TEXT,
    },
    'items[].schedule.exdates': {
      description: 'Occurrences to leave out.',
      input: { kind: 'list', of: LOCAL },
    },
    'items[].schedule.rdates': {
      description: 'Occurrences to add.',
      input: { kind: 'list', of: LOCAL },
    },
    'items[].schedule.cron': {
      description: 'Cron expression with five fields.',
      input: TEXT,
    },
    'items[].schedule.timeZone': {
      description: 'IANA name of the time zone, for example Europe/London.',
      input: { kind: 'zone' },
    },
  },
};
