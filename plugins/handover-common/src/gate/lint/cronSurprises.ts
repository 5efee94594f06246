import { readCronFields } from '../cron';

/** Fields with a step, and how many values there are before it begins again. */
const CYCLES = [
  { field: 0, name: 'minute', length: 60, restart: 'every hour' },
  { field: 1, name: 'hour', length: 24, restart: 'every day' },
  { field: 3, name: 'month', length: 12, restart: 'every year' },
];

/** The length of each month, in leap years. */
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What a valid cron expression means that its author may not expect. */
export function cronSurprises(expression: string): string[] {
  const fields = readCronFields(expression);
  const texts = expression.trim().split(/\s+/);
  const surprises: string[] = [];
  if (fields.monthDays && fields.weekdays) {
    surprises.push(
      `'${expression}' starts on each day that matches either the day of month or the day of week: use rrule for days that match both`,
    );
  }
  if (texts[0] === '*') {
    surprises.push(
      `'${expression}' starts every minute: use 0 in the first field to start once an hour`,
    );
  }
  for (const { field, name, length, restart } of CYCLES) {
    const step = stepOf(texts[field]);
    if (step !== undefined && length % step !== 0) {
      surprises.push(
        `the ${name} field '${texts[field]}' begins again ${restart}, so the last step is shorter`,
      );
    }
  }
  if (stepOf(texts[2]) !== undefined) {
    surprises.push(
      `the day of month field '${texts[2]}' begins again on the first of each month, so the last step is shorter`,
    );
  }
  const {
    monthDays,
    weekdays,
    months = MONTH_LENGTHS.map((_, i) => i + 1),
  } = fields;
  if (monthDays && !weekdays) {
    const [first] = monthDays;
    const skipped = months.filter(month => MONTH_LENGTHS[month - 1] < first);
    if (first === 29 && months.includes(2)) {
      surprises.push(
        `'${expression}' skips February in years that are not leap years`,
      );
    } else if (skipped.length > 0) {
      surprises.push(
        `'${expression}' skips months with fewer than ${first} days: use rrule with BYMONTHDAY=-1 for the last day of each month`,
      );
    }
  }
  return surprises;
}

/** Of a step over all values, such as a star with `/7`. A step of one is none. */
function stepOf(text: string): number | undefined {
  const step = Number(/^[*?]\/(\d+)$/.exec(text)?.[1] ?? 1);
  return step > 1 ? step : undefined;
}
