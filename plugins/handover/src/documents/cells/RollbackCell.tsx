import { makeStyles } from '@material-ui/core/styles';
import {
  type HandoverCellProps,
  Markdown,
  SectionLink,
  useHandoverTranslation,
} from '../../components';
import { RollbackSummary } from '../RollbackSummary';

const useStyles = makeStyles(
  theme => ({ more: { color: theme.palette.link } }),
  { name: 'HandoverRollbackCell' },
);

/** The key facts of the rollback, or why there is none. */
export function RollbackCell({ state }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const rollback = state.document?.rollback;
  return (
    <>
      {rollback?.notApplicable ? (
        <Markdown content={rollback.notApplicable} />
      ) : (
        <RollbackSummary rollback={rollback} />
      )}
      {rollback?.steps && (
        <SectionLink className={classes.more} to="rollback">
          {t('tab.glance.steps')}
        </SectionLink>
      )}
    </>
  );
}
