import type { FleetSummary } from '@backstage-handover/plugin-handover-common';
import type { ReactNode } from 'react';
import {
  Freshness,
  LabelledSelect,
  useHandoverTranslation,
} from '../../components';
import { CatalogNotice } from '../../tab/StatusNotices';
import { Bar, Note, ViewContent, ViewFrame } from '../frame';
import { GROUPINGS, type FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { useSummary } from '../useFleet';

export type GroupsViewProps = {
  state: FleetState;
  actions: FleetStateActions;
  /** Shows the groups. */
  children: (summary: FleetSummary) => ReactNode;
};

/** Reads the figures of each owner, system or domain. */
export function GroupsView({
  state: { filters, by },
  actions,
  children,
}: GroupsViewProps) {
  const { t } = useHandoverTranslation();
  const reading = useSummary(filters, by);
  const groupings = GROUPINGS.map(value => ({
    value,
    label: t(`page.by.${value}`),
  }));
  const { groups = [], totalGroups = 0 } =
    reading.status === 'ready' ? reading.data : {};
  const left = totalGroups - groups.length;
  return (
    <>
      {reading.status === 'ready' && <CatalogNotice state={reading.data} />}
      <ViewFrame>
        <Bar>
          <LabelledSelect
            label={t('page.by.label')}
            value={by}
            options={groupings}
            onChange={value =>
              actions.update({ by: GROUPINGS.find(each => each === value) })
            }
          />
          {reading.status === 'ready' && (
            <Freshness quiet freshness={reading.freshness} />
          )}
        </Bar>
        <ViewContent
          reading={reading}
          loading={t('page.groups.loading')}
          failed={message => t('page.groups.failed', { message })}
        >
          {summary =>
            groups.length === 0 ? (
              <p>{t('page.nothing.title')}</p>
            ) : (
              children(summary)
            )
          }
        </ViewContent>
        {left > 0 && <Note>{t('page.groups.left', { count: left })}</Note>}
        {by === 'owner' && groups.length > 0 && (
          <Note>{t('page.groups.shared')}</Note>
        )}
      </ViewFrame>
    </>
  );
}
