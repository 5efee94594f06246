import { durationMs } from '@backstage-handover/plugin-handover-common/documents';

const SHORT = /^(?=\d)(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/;

/**
 * Milliseconds of a duration such as `2h`, `1h30m` or `PT2H`. Undefined for any
 * other text, and for years and months, which have no fixed length.
 */
export function parseDuration(text: string): number | undefined {
  const match = SHORT.exec(text);
  if (!match) {
    return durationMs(text);
  }
  const [days = '', ...times] = match.slice(1);
  const time = times.join('');
  return durationMs(`P${days}${time && `T${time}`}`.toUpperCase());
}
