import type { SectionKey } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  type HandoverPanelProps,
  Label,
  SectionFrame,
  useHandoverTranslation,
} from '../components';
import { INCIDENT_SECTIONS, SECTION_ORDER } from '../documents';
import { PartialSection, partialState } from './PartialSection';
import { Panels, type PanelsByPlace } from './registry';

const useStyles = makeStyles(
  {
    // Whether there is anything to say is known only when the panels have read it.
    section: { '&:has($body:empty)': { display: 'none' } },
    body: {},
  },
  { name: 'HandoverPanelsWithoutDocument' },
);

const INCIDENT_ORDER: readonly SectionKey[] = [
  ...INCIDENT_SECTIONS,
  ...SECTION_ORDER.filter(key => !INCIDENT_SECTIONS.includes(key)),
];

/**
 * The panels that have something to say even where nothing is documented, and the
 * sections of a file with errors, each in its place.
 */
export function SectionsWithoutDocument({
  panels,
  props,
}: {
  panels: PanelsByPlace;
  props: HandoverPanelProps;
}) {
  const order = props.incident ? INCIDENT_ORDER : SECTION_ORDER;
  return (
    <>
      {order.map(key => (
        <Section key={key} sectionKey={key} panels={panels} props={props} />
      ))}
      <Panels panels={panels} place="end" props={props} />
    </>
  );
}

function Section({
  sectionKey: key,
  panels,
  props,
}: {
  sectionKey: SectionKey;
  panels: PanelsByPlace;
  props: HandoverPanelProps;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { partial, problems, location } = props.state;
  // An incident needs no more of a file with errors than of a good one.
  const isShown = !props.incident || INCIDENT_SECTIONS.includes(key);
  const kept = isShown ? partialState(partial, key) : undefined;
  const [before, instead, after] = ['before', 'instead', 'after'].map(at => {
    const place = `${key}/${at}`;
    return panels.has(place) ? (
      <Panels panels={panels} place={place} props={props} />
    ) : undefined;
  });
  if (!kept && !before && !instead && !after) {
    return null;
  }
  const mark = kept === 'failed' ? 'hasErrors' : 'notInForce';
  return (
    <div className={classes.section}>
      <SectionFrame
        id={key}
        title={t(`document.sections.${key}`)}
        mark={
          kept && (
            <Label strong={kept === 'failed'}>{t(`tab.partial.${mark}`)}</Label>
          )
        }
      >
        <div className={classes.body}>
          {before}
          {instead}
          {partial && kept && (
            <PartialSection
              sectionKey={key}
              partial={partial}
              state={kept}
              problems={problems}
              location={location}
            />
          )}
          {after}
        </div>
      </SectionFrame>
    </div>
  );
}
