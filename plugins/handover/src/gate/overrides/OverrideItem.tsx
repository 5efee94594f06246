import type {
  Override,
  OverrideAction,
} from '@backstage-handover/plugin-handover-common';
import {
  artifactText,
  overrideActions,
} from '@backstage-handover/plugin-handover-common/overrides';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  Button,
  Markdown,
  personName,
  type Rights,
  useHandoverTranslation,
} from '../../components';
import { formatInterval, type InstantFormat } from '../time';
import { StepDialog } from './StepDialog';

const useStyles = makeStyles(
  theme => ({
    item: {
      padding: theme.spacing(0.5, 0, 0.5, 1),
      borderLeft: `3px solid ${theme.palette.divider}`,
      maxWidth: '80ch',
      overflowWrap: 'anywhere',
      '& + &': { marginTop: theme.spacing(1) },
    },
    inForce: { borderLeftColor: theme.palette.success.main },
    state: { fontWeight: 600 },
    meta: {
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      lineHeight: 1.45,
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      marginTop: theme.spacing(0.5),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverOverrideItem' },
);

export type OverrideItemProps = {
  override: Override;
  rights: Rights;
  format: InstantFormat;
};

/** An override that is requested, scheduled or in force, and what the viewer can do with it. */
export function OverrideItem({ override, rights, format }: OverrideItemProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [step, setStep] = useState<OverrideAction>();
  const { state, environments, from, until, reason, ticket } = override;
  const { artifact, requestedBy, decision } = override;
  const names = environments.join(', ');
  const steps = overrideActions(state)
    .filter(action => isOffered(action, override, rights))
    // Both end it: whoever may revoke it needs no other way.
    .filter(
      (action, _, all) => action !== 'withdraw' || !all.includes('revoke'),
    );
  return (
    <li
      className={`${classes.item} ${
        state === 'inForce' ? classes.inForce : ''
      }`}
    >
      <div className={classes.state}>
        {t(`gate.overrides.state.${state}`, { environments: names })}
      </div>
      <div className={classes.meta}>
        {formatInterval(from, until, format)}
        {artifact &&
          `, ${t('gate.overrides.forArtifact', {
            artifact: artifactText(artifact),
          })}`}
      </div>
      <Markdown content={reason} />
      <div className={classes.meta}>
        {t('gate.overrides.requestedBy', { by: personName(requestedBy) })}
        {decision &&
          // Where no approval is required, nobody else approved it.
          decision.by !== requestedBy &&
          ` ${t('gate.overrides.approvedBy', { by: personName(decision.by) })}`}
        {state === 'requested' &&
          rights.isOwn(override) &&
          ` ${t('gate.overrides.own')}`}
        {ticket && ` ${t('gate.reasons.ticket', { ticket })}`}
      </div>
      {decision?.note && <Markdown content={decision.note} />}
      {steps.length > 0 && (
        <div className={classes.actions}>
          {steps.map(action => (
            <Button
              key={action}
              size="small"
              variant="outlined"
              aria-label={t('gate.overrides.stepOf', {
                step: t(`gate.overrides.${action}`),
                environments: names,
              })}
              onClick={() => setStep(action)}
            >
              {t(`gate.overrides.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {step && (
        <StepDialog
          override={override}
          step={step}
          onClose={() => setStep(undefined)}
        />
      )}
    </li>
  );
}

function isOffered(
  action: OverrideAction,
  override: Override,
  rights: Rights,
): boolean {
  switch (action) {
    case 'withdraw':
      return rights.canRequest;
    case 'approve':
    case 'deny':
      return rights.canApprove && !rights.isOwn(override);
    default:
      return rights.canApprove;
  }
}
