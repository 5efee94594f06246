import type { OnCallProviderStatus } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      paddingLeft: theme.spacing(1),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
    },
  }),
  { name: 'HandoverOnCallFailing' },
);

/** The systems that could not be read, each with the reason. */
export function Failing({
  providers,
  silent = false,
}: {
  providers: OnCallProviderStatus[];
  /** Another part of the page announces the same to screen readers. */
  silent?: boolean;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <>
      {providers
        .filter(({ status }) => status === 'failing')
        .map(({ id, title, message }) => (
          <div
            key={id}
            role={silent ? undefined : 'alert'}
            className={classes.root}
          >
            {t('oncall.failing', { title, message: message ?? '' })}
          </div>
        ))}
    </>
  );
}
