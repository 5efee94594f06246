import type { Initiative } from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import {
  formatDate,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import {
  InitiativeProblem,
  InitiativeStateMark,
} from '../../scorecards/initiatives';
import { EntityLink } from '../services/cells';
import type { FleetStateActions } from '../state/useFleetState';
import { ProgressBar } from './ProgressBar';
import { TargetText } from './TargetText';

/** Initiatives with how far their services are. */
export function InitiativeTable({
  items,
  actions,
}: {
  items: readonly Initiative[];
  actions: FleetStateActions;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  return (
    <ResponsiveTable
      listsUpTo="sm"
      caption={t('initiatives.title')}
      columns={[
        t('initiatives.name'),
        t('initiatives.stateColumn'),
        t('initiatives.target'),
        t('initiatives.owner'),
        t('initiatives.lastDay'),
        t('initiatives.progressColumn'),
      ]}
      rows={items.map(item => [
        <div key="name">
          <Link to={actions.hrefOf({ initiative: item.id })}>{item.title}</Link>
          {item.problem && <InitiativeProblem problem={item.problem} />}
        </div>,
        <InitiativeStateMark key="state" state={item.state} />,
        <TargetText key="target" initiative={item} />,
        <EntityLink key="owner" entityRef={item.owner} />,
        formatDate(item.endsOn, language),
        <ProgressBar key="progress" counts={item.counts} />,
      ])}
    />
  );
}
