import type { MissingField } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginTop: theme.spacing(1.5),
      padding: theme.spacing(1, 1.5),
      border: `1px dashed ${theme.palette.text.secondary}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: '0.875rem',
      '&:first-child': { marginTop: 0 },
    },
    title: { margin: 0, fontSize: '0.875rem', fontWeight: 600 },
    list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
    path: {
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
      fontWeight: 600,
    },
  }),
  { name: 'HandoverMissingFields' },
);

/** The required fields that a section still lacks, and why each matters. */
export function MissingFields({
  title,
  missing,
}: {
  title: string;
  missing: readonly MissingField[];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.root}>
      <h3 className={classes.title}>{title}</h3>
      {missing.length > 0 && (
        <ul className={classes.list}>
          {missing.map(({ path, why }) => (
            <li key={path}>
              <span className={classes.path}>{path}</span>
              {t('document.section.because')}
              {why}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
