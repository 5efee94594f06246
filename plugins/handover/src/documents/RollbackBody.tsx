import { makeStyles } from '@material-ui/core/styles';
import {
  Field,
  FieldGrid,
  formatDate,
  ItemList,
  StepList,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { RollbackSummary } from './RollbackSummary';
import type { SectionContent } from './sections';
import { texts } from './texts';
import { TriggerItem } from './TriggerItem';

const useStyles = makeStyles(
  theme => ({
    summary: {
      marginBottom: theme.spacing(2),
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${theme.palette.primary.main}`,
    },
  }),
  { name: 'HandoverRollback' },
);

export function RollbackBody({
  content,
}: {
  content: SectionContent<'rollback'>;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { triggers, steps, risk, irreversible, rehearsedAt } = content;
  return (
    <>
      {!content.notApplicable && (
        <div className={classes.summary}>
          <RollbackSummary rollback={content} />
        </div>
      )}
      <FieldGrid>
        {triggers && (
          <Field label={t('document.fields.triggers')}>
            <ItemList
              items={triggers.map(trigger => (
                <TriggerItem trigger={trigger} />
              ))}
            />
          </Field>
        )}
        {risk && (
          <Field label={t('document.fields.risk')}>
            {t(`document.levels.${risk}`)}
          </Field>
        )}
        {rehearsedAt && (
          <Field label={t('document.fields.rehearsedAt')}>
            {formatDate(rehearsedAt, language)}
          </Field>
        )}
        {steps && (
          <Field wide label={t('document.fields.steps')}>
            <StepList steps={steps} />
          </Field>
        )}
        {irreversible && (
          <Field wide label={t('document.fields.irreversible')}>
            <ItemList items={texts(irreversible)} />
          </Field>
        )}
      </FieldGrid>
    </>
  );
}
