import type { Exemption } from '@backstage-handover/plugin-handover-common';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import {
  formatDate,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { ExemptionDialog } from './ExemptionDialog';
import { endOfDay, inDays, lastDayWithin } from './days';
import { useExemptionAction } from './useExemptionAction';
import { useOpenExemptions } from './useExemptions';

/** How long an exemption lasts unless somebody chooses otherwise. */
const DEFAULT_DAYS = 90;

export type RequestDialogProps = {
  entityRef: string;
  scorecard: string;
  check: { id: string; title: string };
  /** The exemption that this one continues. */
  renews?: Exemption;
  onClose: () => void;
};

/** Asks for an exemption from a check, or for another one after it. */
export function RequestDialog(props: RequestDialogProps) {
  const { entityRef, scorecard, check, renews, onClose } = props;
  const { t } = useHandoverTranslation();
  const action = useExemptionAction();
  const [reason, setReason] = useState(renews?.reason ?? '');
  const [evidence, setEvidence] = useState(renews?.evidence ?? '');
  const [chosen, setUntil] = useState<string>();
  const limit = useLimit(entityRef);
  const usual = inDays(DEFAULT_DAYS);
  const until =
    chosen ?? (limit && limit.lastDay < usual ? limit.lastDay : usual);

  async function submit() {
    const isDone = await action.run(exemptions =>
      exemptions.request(entityRef, {
        scorecard,
        check: check.id,
        reason: reason.trim(),
        ...(evidence.trim() && { evidence: evidence.trim() }),
        expiresAt: endOfDay(until),
      }),
    );
    if (isDone) {
      onClose();
    }
  }

  return (
    <ExemptionDialog
      title={t(
        renews
          ? 'scorecards.exemptions.renew'
          : 'scorecards.exemptions.request',
      )}
      submit={t('scorecards.exemptions.send')}
      action={action}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div>{t('scorecards.exemptions.explain', { title: check.title })}</div>
      <TextField
        required
        multiline
        minRows={3}
        variant="outlined"
        id="handover-exemption-reason"
        label={t('scorecards.exemptions.reason')}
        helperText={t('scorecards.exemptions.reasonHelp')}
        value={reason}
        inputProps={{ maxLength: 5_000 }}
        onChange={event => setReason(event.target.value)}
      />
      <TextField
        type="url"
        variant="outlined"
        id="handover-exemption-evidence"
        label={t('scorecards.exemptions.evidence')}
        helperText={t('scorecards.exemptions.evidenceHelp')}
        value={evidence}
        inputProps={{ maxLength: 2_000, pattern: 'https?://.+' }}
        onChange={event => setEvidence(event.target.value)}
      />
      <TextField
        required
        type="date"
        variant="outlined"
        id="handover-exemption-until"
        label={t('scorecards.exemptions.until')}
        value={until}
        helperText={limit?.text}
        InputLabelProps={{ shrink: true }}
        inputProps={{ min: inDays(0), max: limit?.lastDay }}
        onChange={event => setUntil(event.target.value)}
      />
    </ExemptionDialog>
  );
}

/** How long an exemption can last. Unknown while exemptions cannot be read. */
function useLimit(
  entityRef: string,
): { lastDay: string; text?: string } | undefined {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useOpenExemptions(entityRef);
  if (reading.status !== 'ready') {
    return undefined;
  }
  const seconds = reading.data.maxDurationSeconds;
  const lastDay = lastDayWithin(seconds * 1_000);
  const count = Math.floor(seconds / 86_400);
  return {
    lastDay,
    ...(count > 0 && {
      text: t('scorecards.exemptions.untilHelp', {
        count,
        day: formatDate(lastDay, language),
      }),
    }),
  };
}
