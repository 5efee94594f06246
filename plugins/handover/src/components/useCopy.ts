import { useCallback, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

/** How the last copy went. */
export type CopyOutcome = 'copied' | 'failed';

/**
 * Copies text to the clipboard. Portals on plain http have no clipboard API;
 * there the older command of the browser is used.
 */
export function useCopy() {
  const [{ error }, copyByCommand] = useCopyToClipboard();
  const [outcome, setOutcome] = useState<CopyOutcome>();
  const copy = useCallback(
    async (text: string) => {
      if (!navigator.clipboard) {
        copyByCommand(text);
        setOutcome('copied');
        return;
      }
      try {
        await navigator.clipboard.writeText(text);
        setOutcome('copied');
      } catch {
        setOutcome('failed');
      }
    },
    [copyByCommand],
  );
  const reset = useCallback(() => setOutcome(undefined), []);
  return {
    outcome: outcome === 'copied' && error ? ('failed' as const) : outcome,
    copy,
    reset,
  };
}
