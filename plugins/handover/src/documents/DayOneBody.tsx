import { makeStyles } from '@material-ui/core/styles';
import ForbiddenIcon from '@material-ui/icons/Block';
import SafeIcon from '@material-ui/icons/CheckCircleOutline';
import {
  Contact,
  Field,
  FieldGrid,
  Markdown,
  ResponsiveTable,
  useHandoverTranslation,
} from '../components';
import type { SectionContent } from './sections';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(0.5),
      '& svg': { fontSize: '1.25rem', marginTop: 2, flexShrink: 0 },
    },
    safe: { color: theme.palette.success.main },
    forbidden: { color: theme.palette.error.main },
  }),
  { name: 'HandoverDayOne' },
);

export function DayOneBody({ content }: { content: SectionContent<'dayOne'> }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { access, safeActions, forbiddenActions } = content;
  return (
    <FieldGrid>
      {safeActions && (
        <Field label={t('document.fields.safeActions')}>
          <ul className={classes.list}>
            {safeActions.map((action, index) => (
              <li key={index} className={classes.item}>
                <SafeIcon aria-hidden className={classes.safe} />
                <Markdown content={action} />
              </li>
            ))}
          </ul>
        </Field>
      )}
      {forbiddenActions && (
        <Field label={t('document.fields.forbiddenActions')}>
          <ul className={classes.list}>
            {forbiddenActions.map((action, index) => (
              <li key={index} className={classes.item}>
                <ForbiddenIcon aria-hidden className={classes.forbidden} />
                <Markdown content={action} />
              </li>
            ))}
          </ul>
        </Field>
      )}
      {access && (
        <Field wide label={t('document.fields.access')}>
          <ResponsiveTable
            caption={t('document.fields.access')}
            columns={[t('document.access.what'), t('document.access.how')]}
            rows={access.map(({ what, how }) => [
              what && <Markdown content={what} />,
              how && <Contact text={how} />,
            ])}
          />
        </Field>
      )}
    </FieldGrid>
  );
}
