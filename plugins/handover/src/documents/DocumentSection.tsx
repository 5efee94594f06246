import type {
  HandoverDocument,
  SectionCoverage,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import DangerIcon from '@material-ui/icons/Warning';
import { memo } from 'react';
import {
  CoverageMark,
  SectionFrame,
  useHandoverTranslation,
} from '../components';
import { MissingFields } from './MissingFields';
import { NotApplicable } from './NotApplicable';
import { SectionBody } from './SectionBody';
import type { SectionSlots } from './slots';

const useStyles = makeStyles(
  theme => ({
    danger: { color: theme.palette.error.main },
  }),
  { name: 'HandoverDocumentSection' },
);

export type DocumentSectionProps = {
  sectionKey: SectionKey;
  document: HandoverDocument;
  slots?: SectionSlots;
  coverage?: SectionCoverage;
};

function Section({
  sectionKey,
  document,
  slots,
  coverage,
}: DocumentSectionProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const notApplicable = document[sectionKey]?.notApplicable;
  const state = coverage?.state ?? 'missing';
  const missing = coverage?.missing ?? [];
  const danger =
    sectionKey === 'dangerZones' &&
    Boolean(document.dangerZones?.items?.length);
  return (
    <SectionFrame
      id={sectionKey}
      title={t(`document.sections.${sectionKey}`)}
      danger={danger}
      icon={danger && <DangerIcon aria-hidden className={classes.danger} />}
      mark={
        <CoverageMark state={state} notApplicable={Boolean(notApplicable)} />
      }
    >
      {notApplicable && <NotApplicable reason={notApplicable} />}
      <SectionBody sectionKey={sectionKey} document={document} slots={slots} />
      {!notApplicable && state !== 'covered' && (
        <MissingFields
          title={t(`document.section.${lackOf(state, missing)}`)}
          missing={missing}
        />
      )}
    </SectionFrame>
  );
}

/** What a section that is not covered lacks. One without required fields lacks nothing. */
function lackOf(
  state: SectionCoverage['state'],
  missing: SectionCoverage['missing'],
): 'missing' | 'stillMissing' | 'optional' {
  if (missing.length === 0) {
    return 'optional';
  }
  return state === 'missing' ? 'missing' : 'stillMissing';
}

/** One section: its content, or why it does not apply, and what is still missing. */
export const DocumentSection = memo(Section);
