import { constants } from 'node:os';
import { CommandError } from '../io/CommandError';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does work that a signal cancels. The command then ends with the code that
 * shells give to it, which is never 0.
 */
export async function onSignals<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let received: (typeof SIGNALS)[number] | undefined;
  const listeners = SIGNALS.map(name => {
    const listener = () => {
      received = name;
      controller.abort();
    };
    process.once(name, listener);
    return { name, listener };
  });
  try {
    const result = await work(controller.signal);
    controller.signal.throwIfAborted();
    return result;
  } catch (error) {
    if (received) {
      throw new CommandError(`stopped by ${received}, without a decision`, {
        exitCode: 128 + constants.signals[received],
      });
    }
    throw error;
  } finally {
    listeners.forEach(({ name, listener }) => process.off(name, listener));
  }
}
