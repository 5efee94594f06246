import type { WindowOccurrence } from '@backstage-handover/plugin-handover-common';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { Button, Markdown, useHandoverTranslation } from '../../components';
import { EffectMark } from '../EffectMark';
import { formatInterval } from '../time';
import { useDateFormat } from '../useDateFormat';

export type OccurrenceDialogProps = {
  occurrence: WindowOccurrence;
  onClose: () => void;
};

const TITLE_ID = 'handover-occurrence-title';

/** One occurrence in full, on the viewer's and the window's clocks. */
export function OccurrenceDialog({
  occurrence,
  onClose,
}: OccurrenceDialogProps) {
  const { t } = useHandoverTranslation();
  const { locale, timeZone } = useDateFormat();
  const { start, end, environments, changes } = occurrence;
  const zones = [...new Set([timeZone, occurrence.timeZone])];
  // Far from every occurrence, so that each date is said in full.
  const now = new Date(0);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      transitionDuration={0}
      aria-labelledby={TITLE_ID}
      onClose={onClose}
    >
      <DialogTitle id={TITLE_ID}>{occurrence.title}</DialogTitle>
      <DialogContent dividers>
        <EffectMark effect={occurrence.effect} />
        {zones.map(zone => (
          <Typography key={zone} variant="body2">
            {t('gate.reasons.inZone', {
              interval: formatInterval(start, end, {
                locale,
                now,
                timeZone: zone,
              }),
              timeZone: zone,
            })}
          </Typography>
        ))}
        {occurrence.reason && <Markdown content={occurrence.reason} />}
        <Typography variant="body2">
          {t('gate.windows.columnWhere')}:{' '}
          {environments?.join(', ') ?? t('gate.windows.allEnvironments')}
        </Typography>
        <Typography variant="body2">
          {t('gate.windows.columnWhat')}:{' '}
          {changes
            ?.map(change => t(`gate.windows.change_${change}`))
            .join(', ') ?? t('gate.windows.allChanges')}
        </Typography>
        <Typography variant="body2">
          {t('gate.reasons.calendar', { calendar: occurrence.calendarTitle })}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('gate.calendar.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
