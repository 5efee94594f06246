import { inPromotionOrder } from '@backstage-handover/plugin-handover-common/delivery';
import {
  Contact,
  Field,
  FieldGrid,
  ItemList,
  Markdown,
  ResponsiveTable,
  useHandoverTranslation,
  FieldLink,
} from '../components';
import type { SectionContent } from './sections';
import { texts } from './texts';

export function EnvironmentsBody({
  content,
}: {
  content: SectionContent<'environments'>;
}) {
  const { t } = useHandoverTranslation();
  const environments = inPromotionOrder(content.items ?? []);
  return (
    <FieldGrid>
      {environments.length > 0 && (
        <Field wide label={t('document.environments.caption')}>
          <ResponsiveTable
            caption={t('document.environments.caption')}
            columns={[
              t('document.environments.name'),
              t('document.environments.promotedFrom'),
              t('document.environments.purpose'),
              t('document.environments.owner'),
              t('document.environments.where'),
            ]}
            rows={environments.map(
              ({ name, url, purpose, owner, promotedFrom, ...where }) => [
                url ? (
                  <FieldLink
                    to={url}
                    aria-label={t('document.environments.open', {
                      name: name ?? url,
                    })}
                  >
                    {name ?? url}
                  </FieldLink>
                ) : (
                  name
                ),
                promotedFrom,
                purpose && <Markdown content={purpose} />,
                owner && <Contact text={owner} />,
                [where.cluster, where.namespace].filter(Boolean).join(' / '),
              ],
            )}
          />
        </Field>
      )}
      {content.technologies && (
        <Field wide label={t('document.fields.technologies')}>
          <ItemList items={texts(content.technologies)} />
        </Field>
      )}
    </FieldGrid>
  );
}
