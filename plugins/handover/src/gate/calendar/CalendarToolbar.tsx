import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import EarlierIcon from '@material-ui/icons/ChevronLeft';
import LaterIcon from '@material-ui/icons/ChevronRight';
import {
  Button,
  IconButton,
  LabelledSelect,
  useHandoverTranslation,
} from '../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      // Room for the labels that stand on the borders of the selects.
      padding: theme.spacing(1, 0),
    },
    title: { flex: '1 1 10rem', fontSize: '1rem', fontWeight: 600 },
    pressed: {
      backgroundColor: theme.palette.action.selected,
      textDecoration: 'underline',
      textUnderlineOffset: 4,
    },
  }),
  { name: 'HandoverCalendarToolbar' },
);

export const CALENDAR_VIEWS = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  /** From today on, whatever day of the week it is. */
  list: 'agenda',
} as const;

export type CalendarView = keyof typeof CALENDAR_VIEWS;

const VIEW_NAMES: CalendarView[] = ['month', 'week', 'list'];

export type CalendarToolbarProps = {
  /** The time that is shown, "November 2026". */
  title: string;
  onPrevious: () => void;
  onToday: () => void;
  onNext: () => void;
  view: CalendarView;
  onViewChange: (view: CalendarView) => void;
  environment: string;
  environments: string[];
  onEnvironmentChange: (environment: string) => void;
  timeZone: string;
  timeZones: { name: string; label: string }[];
  onTimeZoneChange: (timeZone: string) => void;
};

/** Moves the calendar in time, and chooses what it shows and on which clocks. */
export function CalendarToolbar(props: CalendarToolbarProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.root}>
      <div>
        <IconButton
          size="small"
          aria-label={t('gate.calendar.previous')}
          onClick={props.onPrevious}
        >
          <EarlierIcon />
        </IconButton>
        <Button size="small" onClick={props.onToday}>
          {t('gate.calendar.today')}
        </Button>
        <IconButton
          size="small"
          aria-label={t('gate.calendar.next')}
          onClick={props.onNext}
        >
          <LaterIcon />
        </IconButton>
      </div>
      <div className={classes.title} aria-live="polite">
        {props.title}
      </div>
      <ButtonGroup size="small" aria-label={t('gate.calendar.view')}>
        {VIEW_NAMES.map(name => (
          <Button
            key={name}
            aria-pressed={name === props.view}
            className={name === props.view ? classes.pressed : undefined}
            onClick={() => props.onViewChange(name)}
          >
            {t(`gate.calendar.${name}`)}
          </Button>
        ))}
      </ButtonGroup>
      {props.environments.length > 1 && (
        <LabelledSelect
          label={t('gate.calendar.environment')}
          value={props.environment}
          options={[
            { value: '', label: t('gate.calendar.everyEnvironment') },
            ...props.environments.map(name => ({ value: name, label: name })),
          ]}
          onChange={props.onEnvironmentChange}
        />
      )}
      <LabelledSelect
        label={t('gate.calendar.zone')}
        value={props.timeZone}
        options={props.timeZones.map(({ name, label }) => ({
          value: name,
          label,
        }))}
        onChange={props.onTimeZoneChange}
      />
    </div>
  );
}
