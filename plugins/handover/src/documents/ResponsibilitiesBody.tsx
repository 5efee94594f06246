import Typography from '@material-ui/core/Typography';
import {
  Markdown,
  ResponsiveTable,
  useHandoverTranslation,
  FieldLink,
} from '../components';
import type { SectionContent } from './sections';

export function ResponsibilitiesBody({
  content,
}: {
  content: SectionContent<'responsibilities'>;
}) {
  const { t } = useHandoverTranslation();
  if (!content.tasks) {
    return null;
  }
  return (
    <>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('document.tasks.note')}
      </Typography>
      <ResponsiveTable
        caption={t('document.sections.responsibilities')}
        columns={[
          t('document.tasks.title'),
          t('document.tasks.status'),
          t('document.tasks.remark'),
          t('document.tasks.link'),
        ]}
        rows={content.tasks.map(({ title, status, note, link }) => [
          title && <Markdown content={title} />,
          t(`document.tasks.${status ?? 'unknown'}`),
          note && <Markdown content={note} />,
          link && (
            <FieldLink
              to={link}
              aria-label={t('document.tasks.openTask', {
                title: title ?? link,
              })}
            >
              {t('document.tasks.open')}
            </FieldLink>
          ),
        ])}
      />
    </>
  );
}
