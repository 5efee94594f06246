import { makeStyles } from '@material-ui/core/styles';
import {
  CopyButton,
  FieldLink,
  type HandoverCellProps,
  useHandoverTranslation,
} from '../components';
import { goldenItems, type GoldenItem } from './goldenItems';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& a': { fontWeight: 600 },
    },
    source: { fontSize: '0.75rem', color: theme.palette.text.secondary },
  }),
  { name: 'HandoverObservabilityCell' },
);

/** One click to the dashboard, the logs, the traces and the alerts. */
export function ObservabilityCell({ entity, state }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const items = goldenItems(entity, state.document);
  return (
    <>
      <Items items={items.filter(({ fromCatalog }) => !fromCatalog)} />
      {items.some(({ fromCatalog }) => fromCatalog) && (
        <>
          <Items items={items.filter(({ fromCatalog }) => fromCatalog)} />
          <div className={classes.source}>{t('observability.fromCatalog')}</div>
        </>
      )}
    </>
  );
}

function Items({ items }: { items: readonly GoldenItem[] }) {
  const classes = useStyles();
  // Safari drops the list's role together with its markers.
  /* eslint-disable jsx-a11y/no-redundant-roles */
  return items.length > 0 ? (
    <ul role="list" className={classes.list}>
      {items.map(item => (
        <li key={item.kind}>
          <Item item={item} />
        </li>
      ))}
    </ul>
  ) : null;
  /* eslint-enable jsx-a11y/no-redundant-roles */
}

function Item({ item }: { item: GoldenItem }) {
  const { t } = useHandoverTranslation();
  const { title, url, query, runIn = '' } = item;
  const kind = t(`observability.golden.${item.kind}`);
  if (url) {
    return (
      <FieldLink
        to={url}
        aria-label={t('observability.goldenLink', { kind, title })}
      >
        {kind}
      </FieldLink>
    );
  }
  return (
    <>
      {t('observability.goldenQuery', { kind, system: runIn })}
      {query && (
        <CopyButton
          text={query}
          label={t('observability.copyQuery', { title })}
        />
      )}
    </>
  );
}
