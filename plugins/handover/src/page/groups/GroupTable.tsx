import type { FleetSummary } from '@backstage-handover/plugin-handover-common';
import {
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { FIGURES } from '../figures/registry';
import { formatCount } from '../formats';
import { ShareBar } from '../services/cells';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { GroupName } from './GroupName';

export type GroupTableProps = {
  summary: FleetSummary;
  state: FleetState;
  actions: FleetStateActions;
};

/** The figures of each group, which leads to its services. */
export function GroupTable({ summary, state, actions }: GroupTableProps) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  return (
    <ResponsiveTable
      caption={t(`page.groups.caption.${state.by}`)}
      listsUpTo="sm"
      columns={[
        t(`page.by.${state.by}`),
        ...FIGURES.map(each => each.title(t)),
      ]}
      rows={(summary.groups ?? []).map(group => [
        <GroupName
          key={group.entityRef}
          entityRef={group.entityRef}
          state={state}
          actions={actions}
        />,
        ...FIGURES.map(({ value, format }) => {
          const number = value(group);
          if (number === undefined) {
            return null;
          }
          return format === 'ratio' ? (
            <ShareBar ratio={number} />
          ) : (
            formatCount(number, language)
          );
        }),
      ])}
    />
  );
}
