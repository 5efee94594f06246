import type {
  Initiative,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { useState } from 'react';
import { FormDialog, useHandoverTranslation } from '../../../components';
import { Note } from '../../frame';
import { useScorecardList } from '../../scorecards/useScorecardCounts';
import { AboutFields } from './AboutFields';
import { definitionOf, draftOf, type InitiativeDraft } from './draft';
import { fieldErrors } from './fieldErrors';
import type { FieldsProps } from './fields';
import { PeriodFields } from './PeriodFields';
import { Refusal } from './Refusal';
import { ScopeFields } from './ScopeFields';
import { TargetFields } from './TargetFields';
import { useInitiativeWrite } from './useInitiativeWrite';

export type InitiativeFormProps = {
  /** The one to change; a new one is created if it is absent. */
  initiative?: Initiative;
  onDone?: (initiative: Initiative) => void;
  onClose: () => void;
};

/** Creates or changes an initiative. Nothing until the scorecards are known. */
export function InitiativeForm(props: InitiativeFormProps) {
  const scorecards = useScorecardList();
  switch (scorecards.status) {
    case 'loading':
      return null;
    case 'failed':
      return (
        <Form {...props} scorecards={[]} unread={scorecards.error.message} />
      );
    default:
      return <Form {...props} scorecards={scorecards.data.items} />;
  }
}

function Form({
  initiative,
  scorecards,
  unread,
  onDone,
  onClose,
}: InitiativeFormProps & {
  scorecards: readonly ScorecardDetails[];
  /** Why the scorecards are not known. */
  unread?: string;
}) {
  const { t } = useHandoverTranslation();
  const write = useInitiativeWrite();
  const [draft, setDraft] = useState(() => draftOf(initiative, scorecards));
  // The one that the changes are made from, whatever is read meanwhile.
  const [revision, setRevision] = useState(initiative?.revision);
  const isDraft = !initiative || initiative.state === 'draft';

  async function submit() {
    const definition = definitionOf(draft);
    const isDone = await write.run(
      initiatives =>
        initiative && revision !== undefined
          ? initiatives.update(initiative.id, definition, { ifMatch: revision })
          : initiatives.create(definition),
      onDone,
    );
    if (isDone) {
      onClose();
    }
  }

  async function loadTheirs(id: string) {
    await write.run(
      initiatives => initiatives.get(id),
      theirs => {
        setDraft(draftOf(theirs, scorecards));
        setRevision(theirs.revision);
      },
    );
  }

  const fields: FieldsProps = {
    draft,
    errors: write.error ? fieldErrors(write.error.message) : {},
    onChange: (change: Partial<InitiativeDraft>) =>
      setDraft(before => ({ ...before, ...change })),
  };
  return (
    <FormDialog
      title={t(
        initiative ? 'initiatives.form.editTitle' : 'initiatives.form.create',
      )}
      submit={t(
        isDraft ? 'initiatives.form.saveDraft' : 'initiatives.form.save',
      )}
      maxWidth="md"
      isRunning={write.isRunning}
      error={
        write.error && (
          <Refusal
            write={write}
            load={t('initiatives.form.loadTheirs')}
            onLoad={() => initiative && void loadTheirs(initiative.id)}
          />
        )
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {unread !== undefined && (
        <Note>{t('initiatives.form.unread', { message: unread })}</Note>
      )}
      {unread === undefined && scorecards.length === 0 && (
        <Note>{t('initiatives.form.noScorecard')}</Note>
      )}
      <AboutFields {...fields} />
      <TargetFields {...fields} scorecards={scorecards} />
      <ScopeFields {...fields} />
      <PeriodFields {...fields} />
      {isDraft && <Note>{t('initiatives.form.draftHelp')}</Note>}
    </FormDialog>
  );
}
