import type { OnCallLevel } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatClock,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { Person } from './Person';

const useStyles = makeStyles(
  theme => ({
    gap: {
      paddingLeft: theme.spacing(1),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
    },
    next: { color: theme.palette.text.secondary },
  }),
  { name: 'HandoverOnCallLevel' },
);

/** Who is on call at a level, until when, and who is next. */
export function LevelPeople({ level }: { level: OnCallLevel }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { people, next } = level;
  const clock = (time: string) =>
    formatClock(Date.parse(time), Date.now(), language);
  return (
    <>
      {people.length === 0 && (
        <div className={classes.gap}>
          {t('oncall.nobodyAt', { level: String(level.level) })}
        </div>
      )}
      {people.map((person, index) => (
        <div key={index}>
          <Person person={person} />
          {person.until &&
            ` ${t('oncall.until', { time: clock(person.until) })}`}
        </div>
      ))}
      {next && (
        <div className={classes.next}>
          {people.some(({ until }) => until === next.from)
            ? t('oncall.nextThen', { name: next.name })
            : t('oncall.next', { name: next.name, time: clock(next.from) })}
        </div>
      )}
    </>
  );
}
