import type {
  CheckWithResult,
  Exemption,
  ExemptionPage,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  Button,
  FieldLink,
  formatDate,
  Markdown,
  personName,
  type Reading,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { ExemptionActions } from './ExemptionActions';
import { RequestDialog } from './RequestDialog';
import type { ExemptionRights } from './useExemptionRights';

const useStyles = makeStyles(
  theme => ({
    exemption: {
      marginTop: theme.spacing(0.5),
      paddingLeft: theme.spacing(1),
      borderLeft: `3px solid ${theme.palette.divider}`,
      maxWidth: '80ch',
    },
    request: {
      marginTop: theme.spacing(0.5),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverCheckExemptions' },
);

export type CheckExemptionsProps = {
  entityRef: string;
  scorecard: string;
  check: CheckWithResult;
  /** Those of the entity that are requested or in force. */
  exemptions: Reading<ExemptionPage>;
  rights: ExemptionRights;
};

/** The exemptions of a check, and the way to one. */
export function CheckExemptions(props: CheckExemptionsProps) {
  const { entityRef, scorecard, check, exemptions: reading, rights } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [isRequesting, setRequesting] = useState(false);
  const { outcome } = check.result;
  const exemptions =
    reading.status === 'ready'
      ? reading.data.items.filter(
          each => each.scorecard === scorecard && each.check === check.id,
        )
      : [];
  const canRequest =
    rights.canRequest &&
    // Whether there is one already must be known.
    reading.status === 'ready' &&
    exemptions.length === 0 &&
    (outcome === 'fail' || outcome === 'unknown');
  return (
    <>
      {exemptions.map(exemption => (
        <div key={exemption.id} className={classes.exemption}>
          <OpenExemption exemption={exemption} rights={rights} />
          <ExemptionActions
            exemption={exemption}
            checkTitle={check.title}
            rights={rights}
            isRenewed={exemptions.some(({ state }) => state === 'requested')}
          />
        </div>
      ))}
      {canRequest && (
        <Button
          size="small"
          variant="outlined"
          className={classes.request}
          aria-label={t('scorecards.exemptions.stepOf', {
            step: t('scorecards.exemptions.request'),
            title: check.title,
          })}
          onClick={() => setRequesting(true)}
        >
          {t('scorecards.exemptions.request')}
        </Button>
      )}
      {isRequesting && (
        <RequestDialog
          entityRef={entityRef}
          scorecard={scorecard}
          check={check}
          onClose={() => setRequesting(false)}
        />
      )}
    </>
  );
}

function OpenExemption({
  exemption,
  rights,
}: {
  exemption: Exemption;
  rights: ExemptionRights;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { state, decision, evidence } = exemption;
  const until = formatDate(exemption.expiresAt, language);
  return (
    <>
      <div>
        {state === 'approved'
          ? t('scorecards.exemptions.inForce', {
              until,
              by: personName(decision?.by ?? ''),
            })
          : t('scorecards.exemptions.waiting', {
              until,
              by: personName(exemption.requestedBy),
            })}
        {state === 'requested' &&
          rights.isOwn(exemption) &&
          t('scorecards.exemptions.own')}
      </div>
      <Markdown content={exemption.reason} />
      {decision?.note && <Markdown content={decision.note} />}
      {evidence && (
        <FieldLink to={evidence}>
          {t('scorecards.exemptions.evidence')}
        </FieldLink>
      )}
    </>
  );
}
