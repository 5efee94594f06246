import type { InitiativeDetails } from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  Field,
  FieldGrid,
  formatDate,
  Freshness,
  ItemList,
  Markdown,
  personName,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import {
  InitiativeProblem,
  InitiativeStateMark,
} from '../../scorecards/initiatives';
import { toOwners } from '../filters/toOwners';
import { Bar, Note, ViewContent, ViewFrame } from '../frame';
import { EntityLink } from '../services/cells';
import { BurnUp } from './BurnUp';
import { EntityTable } from './EntityTable';
import { InitiativeActions } from './form/InitiativeActions';
import type { InitiativesViewProps } from './InitiativesView';
import { ProgressBar } from './ProgressBar';
import { scopeWords } from './scopeWords';
import { TargetText } from './TargetText';
import { TeamTable } from './TeamTable';
import { useInitiative } from './useInitiatives';

const useStyles = makeStyles(
  theme => ({
    title: {
      margin: theme.spacing(1, 0, 0),
      fontSize: '1.1875rem',
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    description: { maxWidth: '80ch', marginBottom: theme.spacing(1.5) },
    outcome: {
      maxWidth: '80ch',
      margin: theme.spacing(1.5, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `4px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'HandoverInitiativeDetails' },
);

type DetailsProps = InitiativesViewProps & { id: string };

/** One initiative: what it wants, of whom, until when, and how far it is. */
export function InitiativeDetailsView({ id, state, actions }: DetailsProps) {
  const { t } = useHandoverTranslation();
  const reading = useInitiative(id, toOwners(state.filters));
  return (
    <ViewFrame>
      <Bar>
        <Link
          to={actions.hrefOf({ initiative: undefined, progress: undefined })}
        >
          {t('initiatives.one.all')}
        </Link>
        {reading.status === 'ready' && (
          <Freshness quiet freshness={reading.freshness} />
        )}
      </Bar>
      <ViewContent
        reading={reading}
        loading={t('initiatives.one.loading')}
        failed={message => t('initiatives.one.failed', { message })}
      >
        {initiative => (
          <Details initiative={initiative} state={state} actions={actions} />
        )}
      </ViewContent>
    </ViewFrame>
  );
}

type Props = InitiativesViewProps & { initiative: InitiativeDetails };

function Details(props: Props) {
  const { initiative, state, actions } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { title, problem, description } = initiative;
  return (
    <>
      <h2 className={classes.title}>{title}</h2>
      <Bar>
        <InitiativeStateMark state={initiative.state} />
        <InitiativeActions
          initiative={initiative}
          onDeleted={() => actions.update({ initiative: undefined })}
        />
      </Bar>
      {initiative.state === 'draft' && (
        <Note>{t('initiatives.one.draft')}</Note>
      )}
      {initiative.state === 'planned' && (
        <Note>{t('initiatives.one.planned')}</Note>
      )}
      {problem && <InitiativeProblem problem={problem} />}
      <Outcome initiative={initiative} />
      {description && (
        <div className={classes.description}>
          <Markdown content={description} />
        </div>
      )}
      <Definition initiative={initiative} />
      {state.filters.owner && <Note>{t('initiatives.one.filters')}</Note>}
      <BurnUp initiative={initiative} state={state} />
      <TeamTable {...props} />
      <EntityTable {...props} />
    </>
  );
}

/** By whom and when it was closed, and what came of it. */
function Outcome({ initiative: { closed } }: Pick<Props, 'initiative'>) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  if (!closed) {
    return null;
  }
  return (
    <div className={classes.outcome}>
      {t('initiatives.one.closed', {
        by: personName(closed.by),
        day: formatDate(closed.at, language),
      })}
      {closed.note && <Markdown content={closed.note} />}
    </div>
  );
}

function Definition({ initiative }: Pick<Props, 'initiative'>) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { owner, scope = {}, startsOn, endsOn, createdBy } = initiative;
  const conditions = scopeWords(scope, t);
  return (
    <FieldGrid>
      <Field label={t('initiatives.progressColumn')}>
        <ProgressBar counts={initiative.counts} />
      </Field>
      <Field label={t('initiatives.target')}>
        <TargetText initiative={initiative} />
      </Field>
      <Field label={t('initiatives.one.scope')}>
        {conditions.length > 0 ? (
          <ItemList items={conditions} />
        ) : (
          t('initiatives.scope.all')
        )}
      </Field>
      <Field label={t('initiatives.owner')}>
        <EntityLink entityRef={owner} />
      </Field>
      <Field label={t('initiatives.firstDay')}>
        {formatDate(startsOn, language)}
      </Field>
      <Field label={t('initiatives.lastDay')}>
        {formatDate(endsOn, language)}
      </Field>
      <Field label={t('initiatives.one.createdBy')}>
        {personName(createdBy)}
      </Field>
    </FieldGrid>
  );
}
