import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { Label, Markdown, useHandoverTranslation } from '../components';
import { useProgressiveCount } from '../components/useProgressiveCount';
import type { SectionContent } from './sections';

type Failure = NonNullable<SectionContent<'failures'>['items']>[number];

/** From this many failures on, reading them all takes longer than a search. */
const SEARCH_FROM = 6;

/** From this many on, laying out those out of sight is felt. */
const SKIP_FROM = 50;

const useStyles = makeStyles(
  theme => ({
    search: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1),
      '@media print': { display: 'none' },
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'grid',
      gridTemplateColumns: '5fr 5fr 7fr',
      gap: theme.spacing(0.5, 3),
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      breakInside: 'avoid',
      '&:first-child': { borderTop: 0 },
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
    },
    // Rows out of sight cost no layout, and the browser's find still sees them.
    // Where they are few there is nothing to save.
    skippable: {
      contentVisibility: 'auto',
      containIntrinsicSize: 'auto 88px',
      '@media print': { contentVisibility: 'visible' },
    },
    part: { minWidth: 0 },
    label: {
      margin: 0,
      fontSize: '0.75rem',
      fontWeight: 600,
      color: theme.palette.text.secondary,
    },
    symptom: { fontWeight: 600 },
    marks: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.5),
    },
    fix: {
      paddingLeft: theme.spacing(1.5),
      borderLeft: `3px solid ${theme.palette.success.main}`,
    },
  }),
  { name: 'HandoverFailures' },
);

/** Does every word of the query occur in the failure? */
function matches(failure: Failure, query: string): boolean {
  const { symptom, cause, fix, match } = failure;
  const text = [
    symptom,
    cause,
    fix,
    match?.reason,
    match?.message,
    match?.alert,
  ]
    .join(' ')
    .toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

type ItemProps = { failure: Failure; skippable: boolean };

function Item({ failure, skippable }: ItemProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { symptom, cause, fix, frequency, match } = failure;
  const seenAs = [
    match?.reason,
    match?.container,
    match?.message,
    match?.alert,
  ].filter(Boolean);
  const unknown = t('document.failures.unknown');
  return (
    <li
      className={
        skippable ? `${classes.item} ${classes.skippable}` : classes.item
      }
    >
      <div className={classes.part}>
        <p className={classes.label}>{t('document.fields.symptom')}</p>
        <div className={classes.symptom}>
          <Markdown content={symptom ?? unknown} />
        </div>
        {(frequency || seenAs.length > 0) && (
          <div className={classes.marks}>
            {frequency && (
              <Label>{t(`document.failures.frequency.${frequency}`)}</Label>
            )}
            {seenAs.length > 0 && (
              <Label>
                {t('document.failures.seenAs', { what: seenAs.join(', ') })}
              </Label>
            )}
          </div>
        )}
      </div>
      <div className={classes.part}>
        <p className={classes.label}>{t('document.fields.cause')}</p>
        <Markdown content={cause ?? unknown} />
      </div>
      <div className={`${classes.part} ${classes.fix}`}>
        <p className={classes.label}>{t('document.fields.fix')}</p>
        <Markdown content={fix ?? unknown} />
      </div>
    </li>
  );
}

const FailureItem = memo(Item);

export function FailuresBody({
  content,
}: {
  content: SectionContent<'failures'>;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query.trim());
  const failures = useMemo(() => content.items ?? [], [content]);
  const found = useMemo(
    () =>
      wanted ? failures.filter(failure => matches(failure, wanted)) : failures,
    [failures, wanted],
  );
  const shown = useProgressiveCount(found.length);
  return (
    <>
      {failures.length >= SEARCH_FROM && (
        <div className={classes.search}>
          <TextField
            type="search"
            size="small"
            variant="outlined"
            value={query}
            onChange={event => setQuery(event.target.value)}
            inputProps={{ 'aria-label': t('document.failures.search') }}
            placeholder={t('document.failures.search')}
            InputProps={{
              startAdornment: (
                <InputAdornment position="start">
                  <SearchIcon fontSize="small" aria-hidden />
                </InputAdornment>
              ),
            }}
          />
          <span role="status">
            {wanted && found.length === 0
              ? t('document.failures.none', { query: wanted })
              : t('document.failures.found', {
                  count: found.length,
                  total: String(failures.length),
                })}
          </span>
        </div>
      )}
      {/* Safari drops the list's role together with its markers. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={classes.list}>
        {found.slice(0, shown).map(failure => (
          <FailureItem
            key={failures.indexOf(failure)}
            failure={failure}
            skippable={failures.length >= SKIP_FROM}
          />
        ))}
      </ul>
    </>
  );
}
