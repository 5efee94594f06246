import type { Exemption } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import { RequestDialog } from './RequestDialog';
import { type ExemptionStepName, StepDialog } from './StepDialog';
import type { ExemptionRights } from './useExemptionRights';

/** From when on an exemption can be renewed with one click. */
const ENDING_MS = 14 * 86_400_000;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      marginTop: theme.spacing(0.5),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverExemptionActions' },
);

/** What the viewer can do with an exemption that is requested or in force. */
export function ExemptionActions({
  exemption,
  checkTitle,
  rights,
  isRenewed = false,
}: {
  exemption: Exemption;
  checkTitle: string;
  rights: ExemptionRights;
  /** Whether its renewal is requested already. */
  isRenewed?: boolean;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [open, setOpen] = useState<ExemptionStepName | 'renew'>();
  const isRequested = exemption.state === 'requested';
  const isEnding = Date.parse(exemption.expiresAt) - Date.now() < ENDING_MS;
  const steps = [
    ...(isRequested && rights.canApprove && !rights.isOwn(exemption)
      ? (['approve'] as const)
      : []),
    ...(rights.canApprove && !(isRequested && rights.isOwn(exemption))
      ? ([isRequested ? 'deny' : 'revoke'] as const)
      : []),
    ...(rights.canRequest
      ? [
          ...(!isRequested && isEnding && !isRenewed
            ? (['renew'] as const)
            : []),
        ]
      : []),
    ...(rights.canRequest ? (['withdraw'] as const) : []),
  ];
  if (steps.length === 0) {
    return null;
  }
  const close = () => setOpen(undefined);
  return (
    <div className={classes.root}>
      {steps.map(step => (
        <Button
          key={step}
          size="small"
          variant="outlined"
          aria-label={t('scorecards.exemptions.stepOf', {
            step: t(`scorecards.exemptions.${step}`),
            title: checkTitle,
          })}
          onClick={() => setOpen(step)}
        >
          {t(`scorecards.exemptions.${step}`)}
        </Button>
      ))}
      {open === 'renew' && (
        <RequestDialog
          entityRef={exemption.entityRef}
          scorecard={exemption.scorecard}
          check={{ id: exemption.check, title: checkTitle }}
          renews={exemption}
          onClose={close}
        />
      )}
      {open && open !== 'renew' && (
        <StepDialog exemption={exemption} step={open} onClose={close} />
      )}
    </div>
  );
}
