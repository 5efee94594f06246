import { makeStyles } from '@material-ui/core/styles';
import {
  Contact,
  type HandoverCellProps,
  SectionLink,
  useHandoverTranslation,
} from '../../components';

const useStyles = makeStyles(
  theme => ({
    first: { fontWeight: 600 },
    more: { color: theme.palette.link },
  }),
  { name: 'HandoverEscalationCell' },
);

/** Whom to call first. */
export function EscalationCell({ state }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [first] = state.document?.escalation?.levels ?? [];
  return first ? (
    <>
      <div className={classes.first}>
        <Contact text={first.who ?? t('document.escalation.noWho')} />
      </div>
      <Contact text={first.how ?? t('document.escalation.noHow')} />
      <SectionLink className={classes.more} to="escalation">
        {t('tab.glance.allLevels')}
      </SectionLink>
    </>
  ) : (
    <>{t('tab.glance.noEscalation')}</>
  );
}
