import {
  handoverExemptionRequestPermission,
  type ScorecardCheckDetails,
} from '@backstage-handover/plugin-handover-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { useState } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import { RequestDialog } from '../../scorecards/exemptions';

export type RequestExemptionProps = {
  entityRef: string;
  /** Of the service, as it is shown. */
  name: string;
  scorecard: string;
  check: ScorecardCheckDetails;
};

/** Requests an exemption. Asks whether the viewer may only when they want to. */
export function RequestExemption(props: RequestExemptionProps) {
  const { name, check } = props;
  const { t } = useHandoverTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={t('page.team.actionOf', {
          action: t('scorecards.exemptions.request'),
          check: check.title,
          name,
        })}
        onClick={() => setOpen(true)}
      >
        {t('scorecards.exemptions.request')}
      </Button>
      {isOpen && <Request {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Request({
  entityRef,
  scorecard,
  check,
  onClose,
}: RequestExemptionProps & { onClose: () => void }) {
  const { t } = useHandoverTranslation();
  const { allowed, loading } = usePermission({
    permission: handoverExemptionRequestPermission,
    resourceRef: entityRef,
  });
  if (loading) {
    return null;
  }
  return allowed ? (
    <RequestDialog
      entityRef={entityRef}
      scorecard={scorecard}
      check={check}
      onClose={onClose}
    />
  ) : (
    <div role="alert">{t('page.team.noRight')}</div>
  );
}
