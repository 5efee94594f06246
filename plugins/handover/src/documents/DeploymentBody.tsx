import {
  Field,
  FieldGrid,
  ItemList,
  Markdown,
  StepList,
  useHandoverTranslation,
} from '../components';
import type { SectionContent } from './sections';
import { texts } from './texts';

export function DeploymentBody({
  content,
}: {
  content: SectionContent<'deployment'>;
}) {
  const { t } = useHandoverTranslation();
  const { steps, pipeline, repository, trigger, strategy } = content;
  const { preChecks, postChecks } = content;
  return (
    <>
      <FieldGrid>
        {trigger && (
          <Field label={t('document.fields.trigger')}>
            <ItemList
              items={Object.entries(trigger).map(([environment, how]) => (
                <span key={environment}>
                  {environment}:{' '}
                  <strong>{t(`document.triggers.${how}`)}</strong>
                </span>
              ))}
            />
          </Field>
        )}
        {pipeline && (
          <Field label={t('document.fields.pipeline')}>
            <Markdown content={pipeline} />
          </Field>
        )}
        {repository && (
          <Field label={t('document.fields.repository')}>
            <Markdown content={repository} />
          </Field>
        )}
        {strategy && (
          <Field label={t('document.fields.strategy')}>
            <Markdown content={strategy} />
          </Field>
        )}
      </FieldGrid>
      <FieldGrid>
        {preChecks && (
          <Field label={t('document.fields.preChecks')}>
            <ItemList items={texts(preChecks)} />
          </Field>
        )}
        {steps && (
          <Field wide label={t('document.fields.steps')}>
            <StepList steps={steps} />
          </Field>
        )}
        {postChecks && (
          <Field label={t('document.fields.postChecks')}>
            <ItemList items={texts(postChecks)} />
          </Field>
        )}
      </FieldGrid>
    </>
  );
}
