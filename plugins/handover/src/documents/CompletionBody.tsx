import { statementText } from '@backstage-handover/plugin-handover-common/documents';
import { Field, ItemList, useHandoverTranslation } from '../components';
import type { SectionContent } from './sections';
import { texts } from './texts';

export function CompletionBody({
  content,
}: {
  content: SectionContent<'completion'>;
}) {
  const { t } = useHandoverTranslation();
  return content.statements ? (
    <Field label={t('document.completion.intro')}>
      <ItemList items={texts(content.statements.map(statementText))} />
    </Field>
  ) : null;
}
