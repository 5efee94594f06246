import type {
  Coverage,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  BAR_HEIGHT,
  CoverageMark,
  SectionLink,
  useHandoverTranslation,
} from '../components';
import { useSectionInView } from './useSectionInView';

const useStyles = makeStyles(
  theme => ({
    root: {
      '@media print': { display: 'none' },
      [theme.breakpoints.up('lg')]: {
        position: 'sticky',
        top: BAR_HEIGHT + theme.spacing(1.5),
        maxHeight: `calc(100vh - ${BAR_HEIGHT + theme.spacing(3)}px)`,
        overflowY: 'auto',
      },
    },
    summary: {
      padding: theme.spacing(1, 0),
      fontWeight: 600,
      cursor: 'pointer',
    },
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      [theme.breakpoints.down('md')]: {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 230px), 1fr))',
        gap: theme.spacing(0, 2),
        paddingBottom: theme.spacing(1.5),
      },
    },
    link: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 1),
      borderLeft: '3px solid transparent',
      fontSize: '0.875rem',
      color: theme.palette.text.primary,
      textDecoration: 'none',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&[aria-current]': {
        borderLeftColor: theme.palette.primary.main,
        fontWeight: 600,
      },
    },
  }),
  { name: 'HandoverSectionNav' },
);

export type SectionNavProps = {
  sections: readonly SectionKey[];
  coverage: Coverage;
  /** Whether all sections have been rendered; the links are there before. */
  complete: boolean;
};

/** The table of contents: beside the sections, or folded above them on small screens. */
export function SectionNav({ sections, coverage, complete }: SectionNavProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const wide = useMediaQuery('(min-width: 1280px)', { noSsr: true });
  const current = useSectionInView(sections, complete);
  const list = (
    <ul className={classes.list}>
      {sections.map(key => {
        const section = coverage.sections[key];
        return (
          <li key={key}>
            <SectionLink
              to={key}
              className={classes.link}
              aria-current={current === key ? 'location' : undefined}
            >
              <CoverageMark
                compact
                state={section?.state ?? 'missing'}
                notApplicable={Boolean(section?.notApplicable)}
              />
              {t(`document.sections.${key}`)}
            </SectionLink>
          </li>
        );
      })}
    </ul>
  );
  return (
    <nav aria-label={t('tab.contents')} className={classes.root}>
      {wide ? (
        list
      ) : (
        <details>
          <summary className={classes.summary}>{t('tab.contents')}</summary>
          {list}
        </details>
      )}
    </nav>
  );
}
