import type { Environments } from '../environments/Environments';
import { EnvironmentPattern, PatternError } from '../environments/pattern';
import type { Calendar } from './types';

/** The names that windows use, as they are written; patterns are no names. */
export function namesUsed(calendars: readonly Calendar[]): string[] {
  return calendars.flatMap(calendar =>
    'windows' in calendar
      ? calendar.windows.flatMap(({ environments = [] }) =>
          environments.filter(isName),
        )
      : [],
  );
}

/**
 * The environments of an entity, each once and by its name: those that its
 * document declares, in their order, then those that only windows name.
 *
 * @param environments - Those that are configured.
 */
export function entityEnvironments(
  environments: Environments,
  options: {
    documented: readonly { name?: string }[] | undefined;
    calendars: readonly Calendar[];
  },
): string[] {
  const { documented = [], calendars } = options;
  const names = documented.flatMap(({ name }) => name ?? []);
  return environments.with(names).distinct([...names, ...namesUsed(calendars)]);
}

function isName(text: string): boolean {
  try {
    return EnvironmentPattern.parse(text).isName;
  } catch (error) {
    if (error instanceof PatternError) {
      return false;
    }
    throw error;
  }
}
