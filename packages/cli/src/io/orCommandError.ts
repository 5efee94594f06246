import { CommandError } from './CommandError';

/** Turns errors of the input, such as an invalid time, into errors for the user. */
export function orCommandError<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') {
      throw new CommandError(error.message);
    }
    throw error;
  }
}
