import { makeStyles } from '@material-ui/core/styles';
import {
  Contact,
  Field,
  formatDuration,
  Label,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import type { SectionContent } from './sections';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    level: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) minmax(0, 1fr) auto',
      alignItems: 'start',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      breakInside: 'avoid',
      '&:first-child': { borderTop: 0 },
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    who: { fontWeight: 600 },
    topics: { marginTop: theme.spacing(2) },
  }),
  { name: 'HandoverEscalation' },
);

export function EscalationBody({
  content,
}: {
  content: SectionContent<'escalation'>;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { levels, contactFor } = content;
  return (
    <>
      {levels && (
        // Safari drops the list's role together with its markers.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles
        <ol role="list" className={classes.list}>
          {levels.map(({ who, how, respondWithin }, index) => (
            <li key={index} className={classes.level}>
              <Label>
                {t('document.escalation.level', { number: `${index + 1}` })}
              </Label>
              <div className={classes.who}>
                <Contact text={who ?? t('document.escalation.noWho')} />
              </div>
              <Contact text={how ?? t('document.escalation.noHow')} />
              {respondWithin ? (
                <span>
                  {t('document.escalation.respondWithin', {
                    duration: formatDuration(respondWithin, language),
                  })}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {contactFor && (
        <div className={classes.topics}>
          <Field wide label={t('document.fields.contactFor')}>
            <ResponsiveTable
              caption={t('document.fields.contactFor')}
              columns={[
                t('document.escalation.topic'),
                t('document.escalation.who'),
                t('document.escalation.how'),
              ]}
              rows={contactFor.map(({ topic, who, how }) => [
                <Contact text={topic} />,
                <Contact text={who} />,
                how && <Contact text={how} />,
              ])}
            />
          </Field>
        </div>
      )}
    </>
  );
}
