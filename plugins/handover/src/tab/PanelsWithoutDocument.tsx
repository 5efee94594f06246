import { makeStyles } from '@material-ui/core/styles';
import {
  type HandoverPanel,
  type HandoverPanelProps,
  SectionFrame,
  useHandoverTranslation,
} from '../components';
import { SECTION_ORDER } from '../documents';
import { composePanels, Panels, type Registered } from './registry';

const useStyles = makeStyles(
  {
    // Whether there is anything to say is known only when the panels have read it.
    section: { '&:has($body:empty)': { display: 'none' } },
    body: {},
  },
  { name: 'HandoverPanelsWithoutDocument' },
);

const IN_SECTION = ['before', 'instead', 'after'];

/** The panels that have something to say even where nothing is documented, each in its section. */
export function PanelsWithoutDocument({
  panels,
  props,
}: {
  panels: readonly Registered<HandoverPanel>[];
  props: HandoverPanelProps;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const composed = composePanels(panels, props);
  return (
    <>
      <Panels panels={composed} place="start" props={props} />
      {SECTION_ORDER.flatMap(key => {
        const places = IN_SECTION.map(at => `${key}/${at}`).filter(place =>
          composed.has(place),
        );
        return places.length > 0
          ? [
              <div key={key} className={classes.section}>
                <SectionFrame id={key} title={t(`document.sections.${key}`)}>
                  <div className={classes.body}>
                    {places.map(place => (
                      <Panels
                        key={place}
                        panels={composed}
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
      <Panels panels={composed} place="end" props={props} />
    </>
  );
}
