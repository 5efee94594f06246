import type { Environments } from '../environments/Environments';
import { EnvironmentPattern, PatternError } from '../environments/pattern';
import type { HandoverWindow } from './schema';
import type { Calendar } from './types';

type OfWindow = Pick<HandoverWindow, 'environments'>;

/**
 * The names that calendars use, as they are written.
 *
 * @alpha
 */
export function namesUsed(calendars: readonly Calendar[]): string[] {
  return namesOf(
    calendars.flatMap(calendar =>
      'windows' in calendar ? calendar.windows : [],
    ),
  );
}

/** Patterns are not names. */
function namesOf(windows: readonly OfWindow[]): string[] {
  return windows.flatMap(({ environments = [] }) =>
    environments.filter(isName),
  );
}

/**
 * The environments of an entity, each once and by its name: those that its
 * document declares, in their order, then those that only occur in windows.
 *
 * @param environments - The configured environments.
 *
 * @alpha
 */
export function entityEnvironments(
  environments: Environments,
  options: {
    documented: readonly { name?: string }[] | undefined;
    windows: readonly OfWindow[];
  },
): string[] {
  const { documented = [], windows } = options;
  const names = documented.flatMap(({ name }) => name ?? []);
  return environments.with(names).distinct([...names, ...namesOf(windows)]);
}

/** Whether a text names one environment; a pattern does not. */
export function isName(text: string): boolean {
  try {
    return EnvironmentPattern.parse(text).isName;
  } catch (error) {
    if (error instanceof PatternError) {
      return false;
    }
    throw error;
  }
}
