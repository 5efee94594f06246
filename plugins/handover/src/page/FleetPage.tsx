import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import {
  Button,
  ReadingsProvider,
  useHandoverTranslation,
} from '../components';
import { ExemptionsView } from './exemptions/ExemptionsView';
import { FactsView } from './facts/FactsView';
import { Figures } from './figures/Figures';
import { FilterBar } from './filters/FilterBar';
import { InitiativesView } from './initiatives/InitiativesView';
import { GroupsView } from './groups/GroupsView';
import { GroupTable } from './groups/GroupTable';
import { SectionTable } from './groups/SectionTable';
import { SavedViewsButton } from './saved/SavedViewsButton';
import { ScorecardsView } from './scorecards/ScorecardsView';
import { ServicesView } from './services/ServicesView';
import { VIEWS } from './state/fleetState';
import { useFleetState } from './state/useFleetState';
import { TeamView } from './team/TeamView';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1.5),
    },
    // On a phone they take several lines.
    views: { flexWrap: 'wrap' },
    pressed: {
      backgroundColor: theme.palette.action.selected,
      textDecoration: 'underline',
      textUnderlineOffset: 4,
    },
  }),
  { name: 'HandoverFleetPage' },
);

/** The handovers of all services that the viewer can read. */
export function FleetPage() {
  return (
    <ReadingsProvider>
      <Fleet />
    </ReadingsProvider>
  );
}

function Fleet() {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [state, actions] = useFleetState();
  const { view, filters } = state;
  return (
    <>
      <Figures filters={filters} onFilter={actions.filter} />
      <FilterBar
        filters={filters}
        onFilter={actions.filter}
        onClear={() => actions.update({ filters: {} })}
      />
      <div className={classes.bar}>
        <ButtonGroup
          size="small"
          className={classes.views}
          aria-label={t('page.views.label')}
        >
          {VIEWS.map(name => (
            <Button
              key={name}
              aria-pressed={name === view}
              className={name === view ? classes.pressed : undefined}
              onClick={() => actions.update({ view: name })}
            >
              {t(`page.views.${name}`)}
            </Button>
          ))}
        </ButtonGroup>
        <SavedViewsButton state={state} />
      </div>
      {view === 'services' && <ServicesView state={state} actions={actions} />}
      {view === 'team' && <TeamView state={state} actions={actions} />}
      {view === 'scorecards' && (
        <ScorecardsView state={state} actions={actions} />
      )}
      {view === 'initiatives' && (
        <InitiativesView state={state} actions={actions} />
      )}
      {view === 'exemptions' && (
        <ExemptionsView state={state} actions={actions} />
      )}
      {view === 'facts' && <FactsView state={state} actions={actions} />}
      {(view === 'groups' || view === 'sections') && (
        <GroupsView state={state} actions={actions}>
          {summary =>
            view === 'groups' ? (
              <GroupTable summary={summary} state={state} actions={actions} />
            ) : (
              <SectionTable summary={summary} state={state} actions={actions} />
            )
          }
        </GroupsView>
      )}
    </>
  );
}
