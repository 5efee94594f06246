import { makeStyles } from '@material-ui/core/styles';
import DangerIcon from '@material-ui/icons/Warning';
import {
  type HandoverCellProps,
  Label,
  Markdown,
  SectionLink,
  useHandoverTranslation,
} from '../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(2),
      [theme.breakpoints.down('xs')]: { marginBottom: 0 },
      padding: theme.spacing(1, 1.5),
      border: `2px solid ${theme.palette.error.main}`,
      borderLeftWidth: 8,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    icon: { color: theme.palette.error.main, marginTop: 2 },
    content: { minWidth: 0, flex: 1 },
    title: { margin: 0, fontSize: '1rem', fontWeight: 700 },
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 3),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& li': {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'baseline',
        gap: theme.spacing(0, 1),
        minWidth: 0,
      },
      '& p': { margin: 0 },
    },
    link: { color: theme.palette.link, fontSize: '0.875rem' },
  }),
  { name: 'HandoverDangerAlert' },
);

/** This many fit above the sections; the link leads to the rest. */
const SHOWN = 6;

/** Names the danger zones at the top of the tab, where nobody can miss them. */
export function DangerAlert({ state }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const zones = state.document?.dangerZones?.items ?? [];
  if (zones.length === 0) {
    return null;
  }
  return (
    <section className={classes.root} aria-label={t('tab.danger.title')}>
      <DangerIcon aria-hidden className={classes.icon} />
      <div className={classes.content}>
        <h2 className={classes.title}>{t('tab.danger.title')}</h2>
        <ul className={classes.list}>
          {zones.slice(0, SHOWN).map(({ what, emergencyOnly }, index) => (
            <li key={index}>
              <Markdown content={what ?? t('document.danger.unnamed')} />
              {emergencyOnly && (
                <Label strong>{t('document.danger.emergencyOnly')}</Label>
              )}
            </li>
          ))}
        </ul>
        <SectionLink className={classes.link} to="dangerZones">
          {zones.length > SHOWN
            ? t('tab.danger.all', { count: zones.length })
            : t('tab.danger.why')}
        </SectionLink>
      </div>
    </section>
  );
}
