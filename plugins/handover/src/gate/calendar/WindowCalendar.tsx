import FullCalendar, {
  type CalendarRef,
  type DatesSetInfo,
  type EventDisplayInfo,
} from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import listPlugin from '@fullcalendar/react/list';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import type { WindowOccurrence } from '@backstage-handover/plugin-handover-common';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import AllowIcon from '@material-ui/icons/CheckCircleOutline';
import DenyIcon from '@material-ui/icons/Block';
import { useCallback, useMemo, useRef, useState } from 'react';
import {
  Button,
  Freshness,
  useHandoverTranslation,
  VisuallyHidden,
} from '../../components';
import { dayKey, firstDayOfWeek } from '../time';
import { useDateFormat } from '../useDateFormat';
import {
  agendaOf,
  inRange,
  isPresent,
  type OccurrenceProps,
  rangeToRead,
  toEvents,
  zonesOf,
} from './calendarEvents';
import { useCalendarStyles } from './calendarStyles';
import {
  CALENDAR_VIEWS,
  CalendarToolbar,
  type CalendarView,
} from './CalendarToolbar';
import { OccurrenceDialog } from './OccurrenceDialog';
import { useOccurrences, type Range } from './useOccurrences';

const PLUGINS = [
  dayGridPlugin,
  timeGridPlugin,
  listPlugin,
  interactionPlugin,
  classicTheme,
];

const TIME_FORMAT = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** Two weeks: what is ahead when a release is planned. */
const AGENDA_DAYS = 14;

const VIEW_OPTIONS = {
  [CALENDAR_VIEWS.week]: {
    titleFormat: { year: 'numeric', month: 'short', day: 'numeric' },
  },
  [CALENDAR_VIEWS.list]: {
    type: 'list',
    duration: { days: AGENDA_DAYS },
    titleFormat: { year: 'numeric', month: 'short', day: 'numeric' },
    eventInteractive: false,
  },
} as const;

function propsOf(event: {
  extendedProps: Record<string, unknown>;
}): OccurrenceProps {
  return event.extendedProps as OccurrenceProps;
}

type EventContentProps = {
  info: EventDisplayInfo;
  onSelect: (occurrence: WindowOccurrence) => void;
};

function EventContent({ info, onSelect }: EventContentProps) {
  const classes = useCalendarStyles();
  const { t } = useHandoverTranslation();
  const { occurrence, isRoutine } = propsOf(info.event);
  const { effect } = occurrence;
  const Icon = effect === 'allow' ? AllowIcon : DenyIcon;
  const list = info.view.type === CALENDAR_VIEWS.list;
  const week = info.view.type === CALENDAR_VIEWS.week;
  let iconColor = '';
  if (effect === 'allow') {
    iconColor = classes.allowIcon;
  } else if (list || isRoutine) {
    iconColor = classes.denyIcon;
  }
  const content = (
    <>
      <Icon className={`${classes.icon} ${iconColor}`} aria-hidden />
      <VisuallyHidden>{t(`gate.windows.effect_${effect}`)}: </VisuallyHidden>
      {info.timeText && (
        <span className={week ? classes.timeBelow : classes.time}>
          {info.timeText}{' '}
        </span>
      )}
      <span className={week ? classes.titleInFull : classes.title}>
        {info.event.title}
      </span>
    </>
  );
  // A list's rows are items of a list and no buttons, so each holds its own.
  return list ? (
    <button
      type="button"
      className={classes.listButton}
      onClick={() => onSelect(occurrence)}
    >
      {content}
      {occurrence.environments && (
        <span className={classes.muted}>
          {occurrence.environments.join(', ')}
        </span>
      )}
    </button>
  ) : (
    <span
      className={
        effect === 'allow' || isRoutine
          ? `${classes.content} ${classes.allowContent}`
          : classes.content
      }
      title={info.event.title}
    >
      {content}
      {occurrence.environments && (
        <span className={classes.environments}>
          {occurrence.environments.join(', ')}
        </span>
      )}
    </span>
  );
}

function Legend() {
  const classes = useCalendarStyles();
  const { t } = useHandoverTranslation();
  return (
    <ul className={classes.legend} aria-label={t('gate.calendar.legend')}>
      <li>
        <span className={`${classes.event} ${classes.deny}`}>
          <span className={classes.content}>
            <DenyIcon className={classes.icon} aria-hidden />
          </span>
        </span>
        {t('gate.calendar.legendDeny')}
      </li>
      <li>
        <span className={`${classes.event} ${classes.allow}`}>
          <span className={classes.content}>
            <AllowIcon
              className={`${classes.icon} ${classes.allowIcon}`}
              aria-hidden
            />
          </span>
        </span>
        {t('gate.calendar.legendAllow')}
      </li>
      <li>
        <span
          className={`${classes.event} ${classes.routine} ${classes.routineDeny}`}
        >
          <span className={`${classes.content} ${classes.allowContent}`}>
            <DenyIcon
              className={`${classes.icon} ${classes.denyIcon}`}
              aria-hidden
            />
          </span>
        </span>
        {t('gate.calendar.legendRoutine')}
      </li>
    </ul>
  );
}

function eventClass(
  { occurrence: { effect }, isRoutine }: OccurrenceProps,
  classes: ReturnType<typeof useCalendarStyles>,
): string {
  const shade = effect === 'deny' ? classes.routineDeny : classes.routineAllow;
  return [
    classes.event,
    ...(isRoutine ? [classes.routine, shade] : [classes[effect]]),
  ].join(' ');
}

export type WindowCalendarProps = {
  entityRef: string;
  /** Names to filter by. */
  environments: string[];
  /** Zones of the windows, IANA names. */
  timeZones: string[];
};

/** The windows of an entity as month, week and list. Loaded on its own, after the tab. */
export function WindowCalendar(props: WindowCalendarProps) {
  const { entityRef, environments } = props;
  const classes = useCalendarStyles();
  const { t } = useHandoverTranslation();
  const { locale, timeZone: viewerZone } = useDateFormat();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('xs'), { noSsr: true });

  const calendar = useRef<CalendarRef>(null);
  const [view, setView] = useState<CalendarView>(narrow ? 'list' : 'month');
  const [timeZone, setTimeZone] = useState(viewerZone);
  const [environment, setEnvironment] = useState('');
  const [title, setTitle] = useState('');
  const [range, setRange] = useState<Range>();
  const [selected, setSelected] = useState<WindowOccurrence>();

  const reading = useOccurrences({
    entityRef,
    range: range && rangeToRead(range),
    environment,
  });
  const occurrences = reading.status === 'ready' ? reading.data : undefined;
  const loading =
    reading.status === 'loading' ||
    (reading.status === 'ready' && reading.isPrevious);
  const events = useMemo(() => {
    const all = occurrences?.items ?? [];
    const shown = range ? inRange(all, range) : all;
    return toEvents(
      all,
      timeZone,
      view === 'list' && range
        ? agendaOf(shown, { ...range, now: new Date() })
        : shown,
    );
  }, [occurrences, range, timeZone, view]);

  const onDatesSet = useCallback((info: DatesSetInfo) => {
    setTitle(info.view.title);
    setRange({ from: info.start.toISOString(), to: info.end.toISOString() });
  }, []);

  const showAgenda = (zone: string) =>
    calendar.current
      ?.getApi()
      .changeView(CALENDAR_VIEWS.list, dayKey(new Date(), zone));

  const zoneLabel = (name: string) => {
    const ofWindows = props.timeZones.includes(name);
    if (name !== viewerZone) {
      return t('gate.calendar.zoneWindow', { timeZone: name });
    }
    return ofWindows
      ? t('gate.calendar.zoneBoth', { timeZone: name })
      : t('gate.calendar.zoneViewer', { timeZone: name });
  };

  return (
    <div className={classes.root}>
      <CalendarToolbar
        title={title}
        onPrevious={() => calendar.current?.getApi().prev()}
        onToday={() => calendar.current?.getApi().today()}
        onNext={() => calendar.current?.getApi().next()}
        view={view}
        onViewChange={next => {
          setView(next);
          if (next === 'list') {
            showAgenda(timeZone);
          } else {
            calendar.current?.getApi().changeView(CALENDAR_VIEWS[next]);
          }
        }}
        environment={environment}
        environments={environments}
        onEnvironmentChange={setEnvironment}
        timeZone={timeZone}
        timeZones={zonesOf(viewerZone, props.timeZones).map(name => ({
          name,
          label: zoneLabel(name),
        }))}
        onTimeZoneChange={next => {
          setTimeZone(next);
          // Today can be another day there.
          if (view === 'list' && range && isPresent(range, new Date())) {
            showAgenda(next);
          }
        }}
      />
      <div className={classes.status}>
        <Legend />
        <span role="status">
          {loading && t('gate.calendar.loadingWindows')}
          {reading.status === 'ready' &&
            !loading &&
            events.length === 0 &&
            t('gate.calendar.empty')}
          {occurrences?.truncated && t('gate.calendar.truncated')}
          {occurrences &&
            occurrences.problems.length > 0 &&
            t('gate.calendar.unreadable', {
              names: occurrences.problems
                .map(
                  ({ calendar: name, window: id, message }) =>
                    `${id ?? name} (${message})`,
                )
                .join(', '),
            })}
        </span>
        {reading.status === 'failed' && (
          <span role="alert">
            {t('gate.calendar.failed', { message: reading.error.message })}{' '}
            <Button size="small" variant="outlined" onClick={reading.retry}>
              {t('gate.calendar.retry')}
            </Button>
          </span>
        )}
        {reading.status === 'ready' && (
          <Freshness freshness={reading.freshness} />
        )}
      </div>
      <FullCalendar
        ref={calendar}
        plugins={PLUGINS}
        initialView={CALENDAR_VIEWS[view]}
        colorScheme={theme.palette.type}
        locale={locale}
        firstDay={firstDayOfWeek(locale)}
        timeZone={timeZone}
        events={events}
        datesSet={onDatesSet}
        headerToolbar={false}
        height="auto"
        nowIndicator
        fixedWeekCount={false}
        slotDuration="01:00:00"
        slotHeaderFormat={TIME_FORMAT}
        eventTimeFormat={TIME_FORMAT}
        slotEventOverlap={false}
        dayMaxEvents={4}
        eventInteractive
        eventDisplay="block"
        allDayText={t('gate.calendar.allDay')}
        noEventsText={t('gate.calendar.empty')}
        closeHint={t('gate.calendar.close')}
        moreLinkText={count => t('gate.calendar.more', { count })}
        moreLinkHint={count => t('gate.calendar.more', { count })}
        eventClass={info =>
          info.view.type === CALENDAR_VIEWS.list
            ? ''
            : eventClass(propsOf(info.event), classes)
        }
        eventContent={info => (
          <EventContent info={info} onSelect={setSelected} />
        )}
        eventClick={info => {
          if (info.view.type !== CALENDAR_VIEWS.list) {
            setSelected(propsOf(info.event).occurrence);
          }
        }}
        listItemEventBeforeClass={classes.hidden}
        views={VIEW_OPTIONS}
      />
      {selected && (
        <OccurrenceDialog
          occurrence={selected}
          onClose={() => setSelected(undefined)}
        />
      )}
    </div>
  );
}
