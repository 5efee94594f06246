import { makeStyles } from '@material-ui/core/styles';
import { SECTION_ORDER } from '../documents';
import { Panels } from './registry';
import { SectionNav } from './SectionNav';
import { Sections } from './Sections';
import { FIRST_SECTIONS, type ViewProps } from './ViewProps';

const FIRST = SECTION_ORDER.slice(0, FIRST_SECTIONS);

const useStyles = makeStyles(
  theme => ({
    columns: {
      [theme.breakpoints.up('lg')]: {
        display: 'grid',
        gridTemplateColumns: '232px minmax(0, 1fr)',
        gap: theme.spacing(3),
        alignItems: 'start',
      },
      '@media print': { display: 'block' },
    },
  }),
  { name: 'HandoverDocumentView' },
);

/** The whole document beside its table of contents. */
export function DocumentView({ complete, ...content }: ViewProps) {
  const classes = useStyles();
  const { coverage, panels, props } = content;
  return (
    <div className={classes.columns}>
      <SectionNav
        sections={SECTION_ORDER}
        coverage={coverage}
        complete={complete}
      />
      <div>
        <Panels panels={panels} place="start" props={props} />
        <Sections {...content} keys={complete ? SECTION_ORDER : FIRST} />
        {complete && <Panels panels={panels} place="end" props={props} />}
      </div>
    </div>
  );
}
