import { makeStyles } from '@material-ui/core/styles';
import {
  type HandoverPanelProps,
  SectionFrame,
  useHandoverTranslation,
} from '../components';
import { SECTION_ORDER } from '../documents';
import { Panels, type PanelsByPlace } from './registry';

const useStyles = makeStyles(
  {
    // Whether there is anything to say is known only when the panels have read it.
    section: { '&:has($body:empty)': { display: 'none' } },
    body: {},
  },
  { name: 'HandoverPanelsWithoutDocument' },
);

const IN_SECTION = ['before', 'instead', 'after'];

/** The panels of sections, and those at the end, that have something to say even where nothing is documented. */
export function PanelsWithoutDocument({
  panels,
  props,
}: {
  panels: PanelsByPlace;
  props: HandoverPanelProps;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <>
      {SECTION_ORDER.flatMap(key => {
        const places = IN_SECTION.map(at => `${key}/${at}`).filter(place =>
          panels.has(place),
        );
        return places.length > 0
          ? [
              <div key={key} className={classes.section}>
                <SectionFrame id={key} title={t(`document.sections.${key}`)}>
                  <div className={classes.body}>
                    {places.map(place => (
                      <Panels
                        key={place}
                        panels={panels}
                        place={place}
                        props={props}
                      />
                    ))}
                  </div>
                </SectionFrame>
              </div>,
            ]
          : [];
      })}
      <Panels panels={panels} place="end" props={props} />
    </>
  );
}
