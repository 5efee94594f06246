/** Names that are not words of the language. */
const SPECIAL: Record<string, string> = {
  rto: 'Recovery time objective',
  rpo: 'Recovery point objective',
  slos: 'Service level objectives',
  url: 'URL',
  entityRef: 'Entity',
  rrule: 'Recurrence',
  exdates: 'Except on',
  rdates: 'Also on',
  preChecks: 'Before',
  postChecks: 'After',
};

/** A key of the document as an English phrase: `worstCase` is `Worst case`. */
export function words(key: string): string {
  if (Object.hasOwn(SPECIAL, key)) {
    return SPECIAL[key];
  }
  // Only keys in camel case are ours; others, such as environments, are names.
  if (!/^[a-z][a-zA-Z]*$/.test(key)) {
    return key;
  }
  const phrase = key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** `PT1H30M` as `1 hour 30 minutes`; undefined for what is no ISO 8601 duration in whole units. */
export function readableDuration(duration: string): string | undefined {
  const parts = DURATION.exec(duration)
    ?.slice(1)
    .flatMap((count, index) =>
      count === undefined ? [] : [{ count: Number(count), unit: UNITS[index] }],
    );
  if (!parts?.length) {
    return undefined;
  }
  const filled = parts.filter(({ count }) => count > 0);
  return (filled.length > 0 ? filled : parts.slice(-1))
    .map(({ count, unit }) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}
