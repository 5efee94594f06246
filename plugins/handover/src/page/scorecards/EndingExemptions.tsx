import type { ScorecardDetails } from '@backstage-handover/plugin-handover-common';
import { Unread, useHandoverTranslation } from '../../components';
import { useExemptionPage } from '../../scorecards/exemptions';
import { ExemptionTable } from '../exemptions/ExemptionTable';
import { endingSoon } from '../exemptions/toQuery';
import { toOwners } from '../filters/toOwners';
import { Note, ViewPart } from '../frame';
import { countFilters, type FleetState } from '../state/fleetState';

/** Exemptions from checks of a scorecard that end soon. Nothing if none do. */
export function EndingExemptions({
  scorecard: { name, title },
  state: { filters },
}: {
  scorecard: ScorecardDetails;
  state: FleetState;
}) {
  const { t } = useHandoverTranslation();
  const owners = toOwners(filters);
  const reading = useExemptionPage({
    ...owners,
    ...endingSoon(),
    scorecard: name,
  });
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('page.exemptions.failed', {
          message: reading.error.message,
        })}
      />
    );
  }
  if (reading.status !== 'ready' || reading.data.items.length === 0) {
    return null;
  }
  const heading = t('page.scorecards.ending', { title });
  const { owner, ownerTree, ...others } = filters;
  return (
    <ViewPart title={heading} isBusy={reading.isPrevious}>
      {countFilters(others) > 0 && <Note>{t('page.exemptions.filters')}</Note>}
      <ExemptionTable items={reading.data.items} caption={heading} />
    </ViewPart>
  );
}
