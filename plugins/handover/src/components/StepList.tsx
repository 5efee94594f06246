import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import VerifyIcon from '@material-ui/icons/CheckCircleOutline';
import { CopyableCommand } from './CopyableCommand';
import { Markdown } from './Markdown';
import { useHandoverTranslation } from './useHandoverTranslation';

type Step = NonNullable<
  NonNullable<HandoverDocument['rollback']>['steps']
>[number];

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.75, 0, 0),
      padding: 0,
      counterReset: 'step',
    },
    step: {
      position: 'relative',
      paddingLeft: theme.spacing(5),
      minHeight: 30,
      paddingBottom: theme.spacing(1.5),
      '&:last-child': { paddingBottom: 0 },
      counterIncrement: 'step',
      breakInside: 'avoid',
      '&::before': {
        content: 'counter(step)',
        position: 'absolute',
        left: 0,
        top: -2,
        width: 26,
        height: 26,
        borderRadius: '50%',
        border: `2px solid ${theme.palette.text.secondary}`,
        textAlign: 'center',
        lineHeight: '22px',
        fontSize: '0.8125rem',
        fontWeight: 700,
      },
      '&:not(:last-child)::after': {
        content: '""',
        position: 'absolute',
        left: 12,
        top: 28,
        bottom: 6,
        borderLeft: `2px solid ${theme.palette.divider}`,
      },
    },
    verify: {
      display: 'flex',
      gap: theme.spacing(0.75),
      alignItems: 'flex-start',
      fontSize: '0.875rem',
      lineHeight: 1.5,
      '& svg': {
        fontSize: '1.125rem',
        marginTop: 2,
        color: theme.palette.success.main,
      },
    },
    verifyText: {
      minWidth: 0,
      '& p': { display: 'inline' },
      '& > div': { display: 'inline' },
    },
  }),
  { name: 'HandoverStepList' },
);

/** Numbered steps, each with its command and how to see that it worked. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    // Safari drops the list's role together with its markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ol role="list" className={classes.list}>
      {steps.map((step, index) => (
        <li key={index} className={classes.step}>
          <Markdown content={step.do} />
          {step.command && <CopyableCommand command={step.command} />}
          {step.verify && (
            <div className={classes.verify}>
              <VerifyIcon aria-hidden />
              <div className={classes.verifyText}>
                <strong>{t('document.steps.verify')}</strong>
                <Markdown content={step.verify} />
              </div>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
