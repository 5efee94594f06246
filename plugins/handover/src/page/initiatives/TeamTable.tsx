import type {
  InitiativeDetails,
  InitiativeTeam,
} from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { formatCount } from '../formats';
import { Note, ViewPart } from '../frame';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { ProgressBar } from './ProgressBar';

export type TeamTableProps = {
  initiative: InitiativeDetails;
  state: FleetState;
  actions: FleetStateActions;
};

/** How far each team is, those with most left first. Nothing without services. */
export function TeamTable(props: TeamTableProps) {
  const { teams, omittedTeams } = props.initiative;
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  if (teams.length === 0) {
    return null;
  }
  return (
    <ViewPart title={t('initiatives.one.teams')}>
      <ResponsiveTable
        caption={t('initiatives.one.teams')}
        columns={[
          t('initiatives.one.team'),
          t('initiatives.one.left'),
          t('initiatives.progressColumn'),
        ]}
        rows={teams.map(team => [
          <Team key="team" team={team} {...props} />,
          formatCount(team.open + team.unknown, language),
          <ProgressBar key="progress" counts={team} />,
        ])}
      />
      {omittedTeams > 0 && (
        <Note>
          {t('initiatives.one.omittedTeams', { count: omittedTeams })}
        </Note>
      )}
    </ViewPart>
  );
}

type TeamProps = TeamTableProps & { team: InitiativeTeam };

function Team(props: TeamProps) {
  const { t } = useHandoverTranslation();
  return props.team.owner ? (
    <NamedTeam {...props} />
  ) : (
    <>{t('initiatives.one.noOwner')}</>
  );
}

/** Leads to the same initiative, of this team alone. */
function NamedTeam({ team: { owner }, state, actions }: TeamProps) {
  const { primaryTitle } = useEntityPresentation(owner);
  const filters = { ...state.filters, owner: [owner], ownerTree: undefined };
  return <Link to={actions.hrefOf({ filters })}>{primaryTitle}</Link>;
}
