import type { MetricsSourceState } from '@backstage-handover/plugin-handover-common';
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
  { name: 'HandoverUnreadSources' },
);

/** The sources that answer nothing, with the reason. */
export function UnreadSources({
  sources,
}: {
  sources: readonly MetricsSourceState[];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <>
      {sources.map(({ id, title, status, message }) =>
        status === 'failing' ? (
          <p key={id} role="alert" className={classes.root}>
            {t('triggers.unread', { message: message ?? title })}
          </p>
        ) : null,
      )}
    </>
  );
}
