import { makeStyles } from '@material-ui/core/styles';
import {
  CopyableCommand,
  Field,
  FieldGrid,
  FieldLink,
  ItemList,
  useHandoverTranslation,
} from '../components';
import type { ObservabilityGroup, ObservabilityItem } from './types';

const useStyles = makeStyles(
  theme => ({
    source: {
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HandoverObservability' },
);

/** Links and queries by kind, with a note on those from the catalog. */
export function ObservabilityList({
  groups,
}: {
  groups: readonly ObservabilityGroup[];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return groups.length > 0 ? (
    <FieldGrid>
      {groups.map(({ kind, items, fromCatalog }) => (
        <Field
          key={kind}
          label={t(`observability.kinds.${kind}`)}
          wide={items.some(({ query }) => query)}
        >
          <ItemList
            items={items.map((item, index) => (
              <Item key={index} item={item} />
            ))}
          />
          {fromCatalog && (
            <div className={classes.source}>
              {t('observability.fromCatalog')}
            </div>
          )}
        </Field>
      ))}
    </FieldGrid>
  ) : null;
}

function Item({ item }: { item: ObservabilityItem }) {
  const { t } = useHandoverTranslation();
  const { title, url, query, runIn } = item;
  return (
    <>
      {url ? <FieldLink to={url}>{title}</FieldLink> : title}
      {runIn && `, ${t('observability.runIn', { system: runIn })}`}
      {query && (
        <CopyableCommand
          command={query}
          copyLabel={t('observability.copyQuery', { title })}
        />
      )}
    </>
  );
}
