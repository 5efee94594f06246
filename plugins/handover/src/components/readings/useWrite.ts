import { useState } from 'react';

/** A change that is not made, on its way, or refused. */
export type Write = {
  isRunning: boolean;
  /** Why the last attempt failed. */
  error?: Error;
  /** Makes the change, and says whether it went through. */
  run: (change: () => Promise<unknown>) => Promise<boolean>;
};

/** Keeps track of one change at a time, for a form or a button. */
export function useWrite(): Write {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error>();
  return {
    isRunning,
    error,
    async run(change) {
      setRunning(true);
      setError(undefined);
      try {
        await change();
        return true;
      } catch (reason) {
        setError(reason instanceof Error ? reason : new Error(String(reason)));
        return false;
      } finally {
        setRunning(false);
      }
    },
  };
}
