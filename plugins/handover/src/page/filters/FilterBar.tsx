import type { DocumentFilters } from '@backstage-handover/plugin-handover-common';
import MuiCheckbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  Button,
  framed,
  LabelledSelect,
  useHandoverTranslation,
} from '../../components';
import { countFilters, NONE } from '../state/fleetState';
import { CommittedField } from './CommittedField';
import { EntityPicker } from './EntityPicker';
import { LevelSelect } from './LevelSelect';
import { TierBoxes } from './TierBoxes';

const Checkbox = framed(MuiCheckbox, 'within');

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2), padding: theme.spacing(1, 2) },
    summary: {
      cursor: 'pointer',
      fontWeight: 600,
      lineHeight: 2,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.link}`,
        outlineOffset: 2,
      },
    },
    count: { fontWeight: 400, color: theme.palette.text.secondary },
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      alignItems: 'start',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1, 0),
    },
    search: { display: 'grid' },
    owner: { display: 'flex', flexDirection: 'column' },
    range: {
      display: 'grid',
      gridTemplateColumns: '1fr 1fr',
      gap: theme.spacing(1),
    },
  }),
  { name: 'HandoverFilterBar' },
);

export type FilterBarProps = {
  filters: DocumentFilters;
  onFilter: (change: DocumentFilters, options?: { replace: boolean }) => void;
  onClear: () => void;
};

/** Chooses which services the page is about. */
export function FilterBar({ filters, onFilter, onClear }: FilterBarProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const isNarrow = useMediaQuery(useTheme().breakpoints.down('xs'), {
    noSsr: true,
  });
  const count = countFilters(filters);
  return (
    <Paper className={classes.root}>
      <details open={!isNarrow}>
        <summary className={classes.summary}>
          {t('page.filters.title')}{' '}
          {count > 0 && (
            <span className={classes.count}>
              ({t('page.filters.active', { count })})
            </span>
          )}
        </summary>
        <div className={classes.fields}>
          <div className={classes.search}>
            <CommittedField
              type="search"
              label={t('page.filters.search')}
              helperText={t('page.filters.searchHelp')}
              value={filters.q ?? ''}
              inputProps={{ maxLength: 200 }}
              onCommit={q => onFilter({ q: q || undefined }, { replace: true })}
            />
          </div>
          <Owner filters={filters} onFilter={onFilter} />
          {(['system', 'domain'] as const).map(kind => (
            <EntityPicker
              key={kind}
              label={t(`page.filters.${kind}`)}
              kinds={[kind]}
              value={filters[kind] ?? []}
              none={t(`page.filters.none.${kind}`)}
              onChange={value => onFilter({ [kind]: value })}
            />
          ))}
          <LabelledSelect
            label={t('page.filters.review')}
            value={String(filters.stale ?? '')}
            options={[
              { value: '', label: t('page.filters.reviewAny') },
              { value: 'true', label: t('page.filters.reviewOverdue') },
              { value: 'false', label: t('page.filters.reviewCurrent') },
            ]}
            onChange={value =>
              onFilter({ stale: value ? value === 'true' : undefined })
            }
          />
          <LevelSelect filters={filters} onFilter={onFilter} />
          <CoverageRange filters={filters} onFilter={onFilter} />
          <TierBoxes
            label={t('page.filters.tier')}
            value={filters.tier ?? []}
            onChange={tier => onFilter({ tier })}
          />
        </div>
        {count > 0 && (
          <Button size="small" onClick={onClear}>
            {t('page.filters.clear')}
          </Button>
        )}
      </details>
    </Paper>
  );
}

type PartProps = Pick<FilterBarProps, 'filters' | 'onFilter'>;

function Owner({ filters: { owner = [], ownerTree }, onFilter }: PartProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.owner}>
      <EntityPicker
        label={t('page.filters.owner')}
        kinds={['group', 'user']}
        value={owner}
        none={t('page.filters.none.owner')}
        onChange={value => onFilter({ owner: value })}
      />
      {owner.some(ref => ref !== NONE) && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={Boolean(ownerTree)}
              onChange={event =>
                onFilter({ ownerTree: event.target.checked || undefined })
              }
            />
          }
          label={t('page.filters.ownerTree')}
        />
      )}
    </div>
  );
}

/** The coverage in percent. The address has ratios, as the API. */
function CoverageRange({ filters, onFilter }: PartProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.range}>
      {(['coverageMin', 'coverageMax'] as const).map(bound => {
        const ratio = filters[bound];
        return (
          <CommittedField
            key={bound}
            type="number"
            label={t(`page.filters.${bound}`)}
            value={ratio === undefined ? '' : String(Math.round(ratio * 100))}
            inputProps={{ min: 0, max: 100 }}
            onCommit={text =>
              onFilter({ [bound]: toRatio(text) }, { replace: true })
            }
          />
        );
      })}
    </div>
  );
}

function toRatio(text: string): number | undefined {
  const percent = Number(text);
  return text === '' || Number.isNaN(percent)
    ? undefined
    : Math.min(Math.max(percent, 0), 100) / 100;
}
