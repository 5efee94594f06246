import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Contact,
  Field,
  FieldGrid,
  formatDate,
  ItemList,
  Label,
  Markdown,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import type { SectionContent } from './sections';
import { links } from './texts';

export function ArchitectureBody({
  content,
}: {
  content: SectionContent<'architecture'>;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { verifiedBy, verifiedAt, updatedAt, dependencies } = content;
  const verifiedOn = verifiedAt && formatDate(verifiedAt, language);
  return (
    <FieldGrid>
      {content.links && (
        <Field label={t('document.fields.documents')}>
          <ItemList items={links(content.links)} />
        </Field>
      )}
      {updatedAt && (
        <Field label={t('document.fields.updatedAt')}>
          {formatDate(updatedAt, language)}
        </Field>
      )}
      {(verifiedBy || verifiedOn) && (
        <Field label={t('document.fields.verified')}>
          {verifiedBy && <Contact text={verifiedBy} />}
          {verifiedOn}
        </Field>
      )}
      {content.decisions && (
        <Field label={t('document.fields.decisions')}>
          <ItemList items={links(content.decisions)} />
        </Field>
      )}
      {dependencies && (
        <Field wide label={t('document.fields.dependencies')}>
          <ResponsiveTable
            caption={t('document.dependencies.caption')}
            columns={[
              t('document.dependencies.name'),
              t('document.dependencies.critical'),
              t('document.dependencies.whenDown'),
              t('document.dependencies.contact'),
            ]}
            rows={dependencies.map(
              ({ entityRef, name, critical, whenDown, contact }) => [
                entityRef ? (
                  <EntityRefLink entityRef={entityRef} title={name} />
                ) : (
                  name
                ),
                critical !== undefined && (
                  <Label strong={critical}>
                    {t(`document.dependencies.${critical ? 'yes' : 'no'}`)}
                  </Label>
                ),
                whenDown && <Markdown content={whenDown} />,
                contact && <Contact text={contact} />,
              ],
            )}
          />
        </Field>
      )}
    </FieldGrid>
  );
}
