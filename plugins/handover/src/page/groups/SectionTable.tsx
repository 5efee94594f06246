import type {
  FleetFigures,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import { alpha, makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  useHandoverTranslation,
  useLanguage,
  VisuallyHidden,
  formatPercent,
} from '../../components';
import { SECTION_ORDER } from '../../documents/sections';
import { GroupName } from './GroupName';
import type { GroupTableProps } from './GroupTable';

/** How strong the colour of a cell is, by the share of services that lack it. */
const STRENGTHS = [0, 0.1, 0.2, 0.3, 0.4];

const useStyles = makeStyles(
  theme => ({
    // Fifteen sections do not fit everywhere.
    scroll: {
      // Texts for screen readers are cut off with their cells.
      position: 'relative',
      overflowX: 'auto',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.link}`,
        outlineOffset: 2,
      },
    },
    table: {
      borderCollapse: 'separate',
      borderSpacing: 2,
      fontSize: '0.8125rem',
      '& thead th': {
        verticalAlign: 'bottom',
        fontWeight: 600,
        color: theme.palette.text.secondary,
        textAlign: 'left',
      },
      '& tbody th': {
        position: 'sticky',
        left: 0,
        zIndex: 1,
        minWidth: 140,
        maxWidth: 220,
        padding: theme.spacing(0.5, 1, 0.5, 0),
        textAlign: 'left',
        overflowWrap: 'anywhere',
        backgroundColor: theme.palette.background.paper,
        [theme.breakpoints.down('xs')]: { minWidth: 96, maxWidth: 120 },
      },
    },
    section: {
      // Reads from the bottom up, so that columns stay narrow.
      writingMode: 'vertical-rl',
      transform: 'rotate(180deg)',
      maxHeight: 180,
      textAlign: 'left',
      lineHeight: 1.2,
    },
    cell: {
      minWidth: 52,
      padding: theme.spacing(0.75),
      textAlign: 'center',
      fontVariantNumeric: 'tabular-nums',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 2,
    },
    ...Object.fromEntries(
      STRENGTHS.map((strength, index) => [
        `strength${index}`,
        { backgroundColor: alpha(theme.palette.warning.main, strength) },
      ]),
    ),
    all: { fontWeight: 600 },
    legend: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'HandoverSectionTable' },
);

/** How many services of each group cover each section. */
export function SectionTable({ summary, state, actions }: GroupTableProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const caption = t(`page.sections.caption.${state.by}`);
  return (
    <>
      <p className={classes.legend}>{t('page.sections.legend')}</p>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex */}
      <div
        className={classes.scroll}
        role="region"
        aria-label={caption}
        tabIndex={0}
      >
        {/* eslint-enable jsx-a11y/no-noninteractive-tabindex */}
        <table className={classes.table}>
          <caption style={{ height: 0, padding: 0 }}>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t(`page.by.${state.by}`)}</th>
              {SECTION_ORDER.map(key => (
                <th key={key} scope="col">
                  <div className={classes.section}>
                    {t(`document.sections.${key}`)}
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row name={t('page.sections.all')} figures={summary.totals} isAll />
            {(summary.groups ?? []).map(group => (
              <Row
                key={group.entityRef ?? ''}
                name={
                  <GroupName
                    entityRef={group.entityRef}
                    state={state}
                    actions={actions}
                  />
                }
                figures={group}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({
  name,
  figures,
  isAll = false,
}: {
  name: ReactNode;
  figures: FleetFigures;
  isAll?: boolean;
}) {
  const classes = useStyles();
  return (
    <tr className={isAll ? classes.all : undefined}>
      <th scope="row">{name}</th>
      {SECTION_ORDER.map(key => (
        <Cell key={key} section={key} figures={figures} />
      ))}
    </tr>
  );
}

function Cell({
  section,
  figures: { services, sections },
}: {
  section: SectionKey;
  figures: FleetFigures;
}) {
  const classes: Record<string, string> = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const figures = sections[section];
  if (!figures || services === 0) {
    return <td className={classes.cell} />;
  }
  const ratio = figures.covered / services;
  const strength = Math.ceil((1 - ratio) * (STRENGTHS.length - 1));
  const words = t('page.sections.cell', {
    covered: String(figures.covered),
    services: String(services),
    partial: String(figures.partial),
    missing: String(figures.missing),
  });
  return (
    <td
      className={`${classes.cell} ${classes[`strength${strength}`]}`}
      title={words}
    >
      <span aria-hidden>{formatPercent(ratio, language)}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </td>
  );
}
