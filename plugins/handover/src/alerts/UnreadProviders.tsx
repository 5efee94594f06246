import type { AlertProviderState } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(1),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverUnreadProviders' },
);

/** The systems whose alerts are unknown, with the reason. */
export function UnreadProviders({
  providers,
}: {
  providers: readonly AlertProviderState[];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const failing = providers.filter(({ status }) => status === 'failing');
  const what = failing.length === providers.length ? 'all' : 'part';
  return (
    <>
      {failing.map(({ id, title, message }) => (
        <p key={id} role="alert" className={classes.root}>
          {t(`alerts.unread.${what}`, { message: message ?? title })}
        </p>
      ))}
    </>
  );
}
