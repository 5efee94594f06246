import { makeStyles } from '@material-ui/core/styles';
import { Markdown, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  { root: { '& div, & p': { display: 'inline' } } },
  { name: 'HandoverNotApplicable' },
);

/** Why a section does not apply. */
export function NotApplicable({ reason }: { reason: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.root}>
      <strong>{t('document.section.notApplicable')}</strong>
      <Markdown content={reason} />
    </div>
  );
}
