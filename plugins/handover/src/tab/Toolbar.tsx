import type { SectionKey } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  BAR_HEIGHT,
  Freshness,
  type ReadingFreshness,
  Switch,
  useHandoverTranslation,
} from '../components';
import { SectionMenu } from './SectionMenu';
import { useIsStuck } from './useIsStuck';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'sticky',
      top: 0,
      zIndex: 10,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
      '@media print': { display: 'none' },
    },
    stuck: {
      flexWrap: 'nowrap',
      height: BAR_HEIGHT,
      // Up to the edges of what it covers.
      margin: theme.spacing(0, -1, 1),
      padding: theme.spacing(0, 1.5),
      backgroundColor: theme.palette.background.paper,
      boxShadow: theme.shadows[3],
    },
    title: { margin: 0, marginRight: 'auto', fontSize: '1.375rem' },
    // On a phone the tab and the switch say it, and the line goes to the gate.
    titleAtTop: {
      [theme.breakpoints.down('xs')]: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
    },
    name: {
      minWidth: 0,
      margin: 0,
      marginRight: 'auto',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontSize: '1rem',
      fontWeight: 600,
    },
    switch: {
      flex: 'none',
      [theme.breakpoints.down('xs')]: { marginRight: 'auto' },
    },
    switchInBar: {
      flex: 'none',
      marginRight: 0,
      [theme.breakpoints.down('xs')]: { marginLeft: 0 },
    },
  }),
  { name: 'HandoverToolbar' },
);

export type ToolbarProps = {
  entity: Entity;
  incident: boolean;
  setIncident: (on: boolean) => void;
  freshness: ReadingFreshness;
  /** Sections that can be gone to. */
  sections?: readonly SectionKey[];
  /** How the service is now. */
  health?: ReactNode;
  /** What else can be done. */
  children?: ReactNode;
};

/**
 * The title of the tab, the switch of the incident view, and what can be done
 * with the document. Once scrolled, a bar that stays in view: the service, how it
 * is now, the sections and the switch.
 */
export function Toolbar({
  entity,
  incident,
  setIncident,
  freshness,
  sections,
  health,
  children,
}: ToolbarProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [isStuck, sentinel] = useIsStuck();
  const title = t(incident ? 'tab.incident.title' : 'tab.title');
  return (
    <>
      <div ref={sentinel} />
      <div className={`${classes.root} ${isStuck ? classes.stuck : ''}`}>
        <h2
          className={
            isStuck ? classes.name : `${classes.title} ${classes.titleAtTop}`
          }
          aria-label={title}
        >
          {isStuck ? entity.metadata.title ?? entity.metadata.name : title}
        </h2>
        {isStuck ? health : <Freshness quiet freshness={freshness} />}
        {isStuck && sections && <SectionMenu sections={sections} />}
        {/* It keeps its place among the others, and so the focus. */}
        <FormControlLabel
          className={isStuck ? classes.switchInBar : classes.switch}
          control={
            <Switch
              color="primary"
              checked={incident}
              onChange={event => setIncident(event.target.checked)}
            />
          }
          label={t('tab.incident.switch')}
        />
        {!isStuck && children}
      </div>
    </>
  );
}
