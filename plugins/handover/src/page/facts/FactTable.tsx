import {
  type FactDefinition,
  type FactType,
  factNamesIn,
  type ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  Markdown,
  ResponsiveTable,
  useHandoverTranslation,
} from '../../components';

const useStyles = makeStyles(
  { uses: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'HandoverFactTable' },
);

/** What each fact means, and which checks are decided from it. */
export function FactTable({
  facts,
  scorecards,
}: {
  facts: readonly FactDefinition[];
  scorecards: readonly ScorecardDetails[];
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const checks = scorecards.flatMap(({ name, title, checks: all }) =>
    all.map(check => ({
      key: `${name}/${check.id}`,
      label: t('page.facts.use', { scorecard: title, check: check.title }),
      names: factNamesIn(`${check.when ?? ''}\n${check.condition}`),
    })),
  );
  const typeText = (type: FactType): string => {
    switch (type.kind) {
      case 'string':
        return type.values
          ? t('page.facts.type.oneOf', { values: type.values.join(', ') })
          : t('page.facts.type.string');
      case 'list':
      case 'map':
        return t(`page.facts.type.${type.kind}`, { of: typeText(type.of) });
      default:
        return t(`page.facts.type.${type.kind}`);
    }
  };
  return (
    <ResponsiveTable
      listsUpTo="sm"
      caption={t('page.facts.title')}
      columns={[
        t('page.facts.fact'),
        t('page.facts.typeColumn'),
        t('page.facts.basis'),
        t('page.facts.description'),
        t('page.facts.usedBy'),
      ]}
      rows={facts.map(({ name, type, basis, description }) => {
        const uses = checks.filter(({ names }) => names.has(name));
        return [
          <code>{name}</code>,
          typeText(type),
          t(`scorecards.basis.${basis}`),
          <Markdown content={description} />,
          uses.length > 0 && (
            <ul className={classes.uses}>
              {uses.map(({ key, label }) => (
                <li key={key}>{label}</li>
              ))}
            </ul>
          ),
        ];
      })}
    />
  );
}
