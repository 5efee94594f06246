import { makeStyles } from '@material-ui/core/styles';
import {
  type HandoverCellProps,
  SectionLink,
  useHandoverTranslation,
} from '../../components';

const useStyles = makeStyles(
  theme => ({ link: { color: theme.palette.link } }),
  { name: 'HandoverDangerCell' },
);

/** Leads to the danger zones, where there is no room to name them. */
export function DangerCell({ state }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <SectionLink className={classes.link} to="dangerZones">
      {t('tab.danger.all', {
        count: state.document?.dangerZones?.items?.length ?? 0,
      })}
    </SectionLink>
  );
}
