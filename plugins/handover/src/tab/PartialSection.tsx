import type {
  HandoverDocument,
  PartialDocument,
  Problem,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../components';
import { NotApplicable, SectionBody } from '../documents';
import { WindowTable } from '../gate';
import { documentedObservability, ObservabilityList } from '../observability';
import { ProblemList } from './ProblemList';

const useStyles = makeStyles(
  theme => ({
    // Beside live data, what the file says must not be taken for it.
    root: {
      margin: theme.spacing(1, 0),
      paddingLeft: theme.spacing(1.5),
      borderLeft: '6px dashed',
    },
    kept: { borderColor: theme.palette.warning.main },
    failed: { borderColor: theme.palette.error.main },
    note: { margin: theme.spacing(0, 0, 1), fontWeight: 600 },
  }),
  { name: 'HandoverPartialSection' },
);

/** What a file with errors has of a section. */
export type PartialState = 'kept' | 'failed';

/** Whether a section of a file with errors can be shown; undefined if it is empty. */
export function partialState(
  partial: PartialDocument | undefined,
  key: SectionKey,
): PartialState | undefined {
  if (partial?.sectionsWithErrors.includes(key)) {
    return 'failed';
  }
  return partial?.document[key] ? 'kept' : undefined;
}

export type PartialSectionProps = {
  sectionKey: SectionKey;
  partial: PartialDocument;
  state: PartialState;
  /** Of the whole file. */
  problems: readonly Problem[];
  location?: string;
};

/**
 * A section of a file with errors: what it says, marked as not in force, or its
 * errors.
 */
export function PartialSection({
  sectionKey,
  partial,
  state,
  problems,
  location,
}: PartialSectionProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={`${classes.root} ${classes[state]}`}>
      <p className={classes.note}>{t(`tab.partial.${state}`)}</p>
      {state === 'failed' ? (
        <ProblemList
          problems={problems.filter(
            ({ path, severity }) =>
              severity === 'error' && path.split(/[.[]/, 1)[0] === sectionKey,
          )}
          location={location}
        />
      ) : (
        <Content sectionKey={sectionKey} document={partial.document} />
      )}
    </div>
  );
}

function Content({
  sectionKey,
  document,
}: {
  sectionKey: SectionKey;
  document: HandoverDocument;
}) {
  const { t } = useHandoverTranslation();
  const notApplicable = document[sectionKey]?.notApplicable;
  const { windows } = document;
  return (
    <>
      {notApplicable && <NotApplicable reason={notApplicable} />}
      <SectionBody sectionKey={sectionKey} document={document} />
      {sectionKey === 'windows' && windows?.items && (
        <WindowTable windows={windows.items} label={t('tab.partial.windows')} />
      )}
      {sectionKey === 'observability' && (
        <ObservabilityList groups={documentedObservability(document)} />
      )}
    </>
  );
}
