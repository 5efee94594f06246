import type { Exemption } from '@backstage-handover/plugin-handover-common';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import {
  Button,
  FieldLink,
  formatDate,
  Label,
  Markdown,
  personName,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import {
  ExemptionActions,
  useExemptionRights,
} from '../../scorecards/exemptions';
import { useScorecardList } from '../scorecards/useScorecardCounts';

/** Exemptions with their reasons, and what the viewer can do with them. */
export function ExemptionTable({
  items,
  caption,
}: {
  items: readonly Exemption[];
  caption: string;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const scorecards = useScorecardList();
  const titleOf = ({ scorecard, check }: Exemption) =>
    (scorecards.status === 'ready' &&
      scorecards.data.items
        .find(({ name }) => name === scorecard)
        ?.checks.find(({ id }) => id === check)?.title) ||
    check;
  return (
    <ResponsiveTable
      listsUpTo="sm"
      caption={caption}
      columns={[
        t('page.exemptions.service'),
        t('page.exemptions.check'),
        t('page.exemptions.state'),
        t('page.exemptions.reason'),
        t('page.exemptions.until'),
        t('page.exemptions.requestedBy'),
        t('page.exemptions.decide'),
      ]}
      rows={items.map(item => [
        <EntityRefLink
          key="service"
          entityRef={item.entityRef}
          title={item.entityTitle}
        />,
        titleOf(item),
        <Label key="state">
          {t(`scorecards.exemptions.state.${item.state}`)}
        </Label>,
        <Reason key="reason" exemption={item} />,
        formatDate(item.expiresAt, language),
        personName(item.requestedBy),
        (item.state === 'requested' || item.state === 'approved') && (
          <Decide key="decide" exemption={item} checkTitle={titleOf(item)} />
        ),
      ])}
    />
  );
}

function Reason({ exemption }: { exemption: Exemption }) {
  const { t } = useHandoverTranslation();
  const { reason, evidence, decision, end } = exemption;
  return (
    <>
      <Markdown content={reason} />
      {evidence && (
        <FieldLink to={evidence}>
          {t('scorecards.exemptions.evidence')}
        </FieldLink>
      )}
      {[decision, end].map(
        step =>
          step?.note && (
            <div key={step.at}>
              {personName(step.by)}
              <Markdown content={step.note} />
            </div>
          ),
      )}
    </>
  );
}

type DecideProps = { exemption: Exemption; checkTitle: string };

/** Asks what the viewer may do only when they want to. */
function Decide(props: DecideProps) {
  const { exemption, checkTitle } = props;
  const { t } = useHandoverTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-label={t('page.exemptions.decideOf', {
          name: exemption.entityTitle ?? exemption.entityRef,
          check: checkTitle,
        })}
        onClick={() => setOpen(!isOpen)}
      >
        {t('page.exemptions.decide')}
      </Button>
      {isOpen && <Actions {...props} />}
    </>
  );
}

function Actions({ exemption, checkTitle }: DecideProps) {
  const { t } = useHandoverTranslation();
  const rights = useExemptionRights(exemption.entityRef);
  if (rights.isLoading) {
    return null;
  }
  return rights.canApprove || rights.canRequest ? (
    <ExemptionActions
      exemption={exemption}
      checkTitle={checkTitle}
      rights={rights}
    />
  ) : (
    <>{t('page.exemptions.noRights')}</>
  );
}
