import { makeStyles } from '@material-ui/core/styles';
import {
  ItemList,
  Label,
  Markdown,
  useHandoverTranslation,
} from '../components';
import type { SectionContent } from './sections';
import { texts } from './texts';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 210px), 1fr))',
      gap: theme.spacing(2),
    },
    stage: {
      paddingTop: theme.spacing(1),
      borderTop: `4px solid ${theme.palette.primary.main}`,
      breakInside: 'avoid',
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      marginBottom: theme.spacing(0.5),
    },
    name: { margin: 0, fontSize: '1rem', fontWeight: 600 },
  }),
  { name: 'HandoverFirstThirtyDays' },
);

export function FirstThirtyDaysBody({
  content,
}: {
  content: SectionContent<'firstThirtyDays'>;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    // Safari drops the list's role together with its markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ol role="list" className={classes.list}>
      {content.stages?.map(({ name, goal, activities, until }, index) => (
        <li key={index} className={classes.stage}>
          <div className={classes.head}>
            <h3 className={classes.name}>
              {name
                ? t(`document.stages.${name}`)
                : t('document.stages.stage', { number: `${index + 1}` })}
            </h3>
            {until && <Label>{t('document.stages.until', { until })}</Label>}
          </div>
          {goal && <Markdown content={goal} />}
          {activities && <ItemList items={texts(activities)} />}
        </li>
      ))}
    </ol>
  );
}
