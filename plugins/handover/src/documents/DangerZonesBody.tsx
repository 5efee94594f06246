import { makeStyles } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import EmergencyIcon from '@material-ui/icons/ReportOutlined';
import {
  Contact,
  Label,
  Markdown,
  useHandoverTranslation,
} from '../components';
import type { SectionContent } from './sections';
import type { SectionSlots } from './slots';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
      gap: theme.spacing(1.5),
    },
    item: {
      padding: theme.spacing(1.25, 1.5),
      border: `1px solid ${theme.palette.error.main}`,
      borderRadius: theme.shape.borderRadius,
      breakInside: 'avoid',
    },
    what: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      margin: theme.spacing(0, 0, 0.5),
      fontSize: '1rem',
      fontWeight: 700,
      '& svg': { color: theme.palette.error.main, marginTop: 1 },
      '& > div': { minWidth: 0 },
    },
    approval: {
      margin: theme.spacing(0.5, 0),
      '& div, & p': { display: 'inline' },
    },
  }),
  { name: 'HandoverDangerZones' },
);

export function DangerZonesBody({
  content,
  item,
}: {
  content: SectionContent<'dangerZones'>;
  item?: SectionSlots['item'];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    // Safari drops the list's role together with its markers.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" className={classes.list}>
      {content.items?.map(({ what, why, approval, emergencyOnly }, index) => (
        <li key={index} className={classes.item}>
          <h3 className={classes.what}>
            <BlockIcon aria-hidden />
            <Markdown content={what ?? t('document.danger.unnamed')} />
          </h3>
          {why && <Markdown content={why} />}
          {item?.({ index, text: [what, why].filter(Boolean).join('\n') })}
          <div className={classes.approval}>
            {approval ? (
              <>
                <strong>{t('document.danger.approval')}</strong>
                <Contact text={approval} />
              </>
            ) : (
              t('document.danger.noApproval')
            )}
          </div>
          {emergencyOnly && (
            <Label strong>
              <EmergencyIcon aria-hidden />
              {t('document.danger.emergencyOnly')}
            </Label>
          )}
        </li>
      ))}
    </ul>
  );
}
