import {
  Field,
  FieldGrid,
  formatDate,
  formatDuration,
  ItemList,
  Markdown,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
  FieldLink,
} from '../components';
import type { SectionContent } from './sections';

export function ResilienceBody({
  content,
}: {
  content: SectionContent<'resilience'>;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { rto, rpo, backups, lastRestoreTest, drills, slos } = content;
  return (
    <FieldGrid>
      {rto && (
        <Field label={t('document.fields.rto')}>
          {formatDuration(rto, language)}
        </Field>
      )}
      {rpo && (
        <Field label={t('document.fields.rpo')}>
          {formatDuration(rpo, language)}
        </Field>
      )}
      {lastRestoreTest && (
        <Field label={t('document.fields.lastRestoreTest')}>
          {formatDate(lastRestoreTest, language)}
        </Field>
      )}
      {backups && (
        <Field label={t('document.fields.backups')}>
          <Markdown content={backups} />
        </Field>
      )}
      {slos && (
        <Field label={t('document.fields.slos')}>
          <ItemList
            items={slos.map(({ name, target, link }) => (
              <>
                {link ? <FieldLink to={link}>{name}</FieldLink> : name}
                <Markdown content={target} />
              </>
            ))}
          />
        </Field>
      )}
      {drills && (
        <Field wide label={t('document.fields.drills')}>
          <ResponsiveTable
            caption={t('document.fields.drills')}
            columns={[
              t('document.drills.what'),
              t('document.drills.at'),
              t('document.drills.result'),
            ]}
            rows={drills.map(({ what, at, result }) => [
              <Markdown content={what} />,
              formatDate(at, language),
              result && <Markdown content={result} />,
            ])}
          />
        </Field>
      )}
    </FieldGrid>
  );
}
