import {
  Field,
  FieldGrid,
  ItemList,
  Markdown,
  useHandoverTranslation,
} from '../components';
import type { SectionContent } from './sections';
import { texts } from './texts';

export function OverviewBody({
  content,
}: {
  content: SectionContent<'overview'>;
}) {
  const { t } = useHandoverTranslation();
  const { purpose, users, criticality, criticalPeriods } = content;
  const { impact, worstCase, breaks, affects } = content;
  return (
    <FieldGrid>
      {purpose && (
        <Field wide label={t('document.fields.purpose')}>
          <Markdown content={purpose} />
        </Field>
      )}
      {criticality && (
        <Field label={t('document.fields.criticality')}>
          {t(`document.levels.${criticality}`)}
        </Field>
      )}
      {criticalPeriods && (
        <Field label={t('document.fields.criticalPeriods')}>
          <ItemList items={texts(criticalPeriods)} />
        </Field>
      )}
      {users && (
        <Field label={t('document.fields.users')}>
          <ItemList items={texts(users)} />
        </Field>
      )}
      {impact && (
        <Field label={t('document.fields.impact')}>
          <Markdown content={impact} />
        </Field>
      )}
      {worstCase && (
        <Field label={t('document.fields.worstCase')}>
          <Markdown content={worstCase} />
        </Field>
      )}
      {breaks && (
        <Field label={t('document.fields.breaks')}>
          <ItemList items={texts(breaks)} />
        </Field>
      )}
      {affects && (
        <Field label={t('document.fields.affects')}>
          <ItemList items={texts(affects)} />
        </Field>
      )}
    </FieldGrid>
  );
}
