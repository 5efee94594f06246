import type { EntityInitiative } from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatDate,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { InitiativeProblem } from './InitiativeProblem';
import { InitiativeStateMark } from './InitiativeStateMark';
import { ProgressIcon } from './ProgressIcon';
import { useInitiativeHref } from './useInitiativeHref';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      fontSize: '0.875rem',
    },
    line: {
      display: 'inline-flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverEntityInitiatives' },
);

/** The initiatives that an entity is part of, with how far it is. Nothing if there is none. */
export function EntityInitiatives({
  items,
}: {
  items: readonly EntityInitiative[];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const hrefOf = useInitiativeHref();
  if (items.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label={t('initiatives.entity.list')}>
      {items.map(({ id, title, endsOn, state, progress, problem }) => (
        <li key={id} className={classes.item}>
          <span className={classes.line}>
            <ProgressIcon progress={progress} />
            <Link to={hrefOf(id)}>
              {t('initiatives.entity.line', {
                title,
                day: formatDate(endsOn, language),
                progress: t(`initiatives.progress.${progress}`),
              })}
            </Link>
          </span>
          {state !== 'active' && <InitiativeStateMark state={state} />}
          {problem && <InitiativeProblem problem={problem} />}
        </li>
      ))}
    </ul>
  );
}
