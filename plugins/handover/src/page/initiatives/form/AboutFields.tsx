import TextField from '@material-ui/core/TextField';
import { useHandoverTranslation } from '../../../components';
import { EntityPicker } from '../../filters/EntityPicker';
import { type FieldsProps, helpOf } from './fields';

/** What the initiative is called, why it matters, and who runs it. */
export function AboutFields({ draft, errors, onChange }: FieldsProps) {
  const { t } = useHandoverTranslation();
  return (
    <>
      <TextField
        required
        size="small"
        variant="outlined"
        id="handover-initiative-title"
        label={t('initiatives.form.title')}
        value={draft.title}
        inputProps={{ maxLength: 120 }}
        onChange={event => onChange({ title: event.target.value })}
        {...helpOf(errors.title)}
      />
      <TextField
        multiline
        minRows={3}
        size="small"
        variant="outlined"
        id="handover-initiative-description"
        label={t('initiatives.form.description')}
        value={draft.description}
        inputProps={{ maxLength: 5_000 }}
        onChange={event => onChange({ description: event.target.value })}
        {...helpOf(errors.description, t('initiatives.form.descriptionHelp'))}
      />
      <EntityPicker
        required
        label={t('initiatives.form.owner')}
        kinds={['group']}
        value={draft.owner ? [draft.owner] : []}
        // There is one: the last that was chosen.
        onChange={value => onChange({ owner: value.at(-1) ?? '' })}
        {...helpOf(errors.owner, t('initiatives.form.ownerHelp'))}
      />
    </>
  );
}
