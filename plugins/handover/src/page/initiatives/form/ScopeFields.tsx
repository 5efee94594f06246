import TextField from '@material-ui/core/TextField';
import { useHandoverTranslation } from '../../../components';
import { EntityPicker } from '../../filters/EntityPicker';
import { TierBoxes } from '../../filters/TierBoxes';
import { Note } from '../../frame';
import { scopeWords } from '../scopeWords';
import { type FieldsProps, helpOf } from './fields';
import { Fieldset } from './Fieldset';

/** Which services of the scorecard the initiative is for. */
export function ScopeFields({ draft, errors, onChange }: FieldsProps) {
  const { t } = useHandoverTranslation();
  const kept = scopeWords(draft.kept, t);
  return (
    <Fieldset
      legend={t('initiatives.form.scope')}
      {...helpOf(errors.scope, t('initiatives.form.scopeHelp'))}
    >
      <EntityPicker
        label={t('initiatives.form.owners')}
        kinds={['group', 'user']}
        value={draft.owners}
        onChange={owners => onChange({ owners })}
      />
      <EntityPicker
        label={t('initiatives.form.systems')}
        kinds={['system']}
        value={draft.systems}
        onChange={systems => onChange({ systems })}
      />
      {(['lifecycles', 'types'] as const).map(name => (
        <TextField
          key={name}
          size="small"
          variant="outlined"
          id={`handover-initiative-${name}`}
          label={t(`initiatives.form.${name}`)}
          helperText={t('initiatives.form.words')}
          value={draft[name]}
          onChange={event => onChange({ [name]: event.target.value })}
        />
      ))}
      <TierBoxes
        label={t('initiatives.form.tiers')}
        value={draft.tiers}
        onChange={tiers => onChange({ tiers })}
      />
      {kept.length > 0 && (
        <Note>
          {t('initiatives.form.kept', { conditions: kept.join('; ') })}
        </Note>
      )}
    </Fieldset>
  );
}
