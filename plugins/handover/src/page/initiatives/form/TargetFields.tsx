import type { ScorecardDetails } from '@backstage-handover/plugin-handover-common';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MuiRadio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import {
  framed,
  LabelledSelect,
  useHandoverTranslation,
} from '../../../components';
import { CheckBoxes } from './CheckBoxes';
import { type FieldsProps, helpOf } from './fields';
import { Fieldset } from './Fieldset';

const Radio = framed(MuiRadio, 'within');

/** A level or some checks of a scorecard. */
export function TargetFields({
  draft,
  errors,
  onChange,
  scorecards,
}: FieldsProps & { scorecards: readonly ScorecardDetails[] }) {
  const { t } = useHandoverTranslation();
  const scorecard = scorecards.find(({ name }) => name === draft.scorecard);
  return (
    <Fieldset
      legend={t('initiatives.form.target')}
      {...helpOf(errors.scorecard ?? errors.target)}
    >
      <Select
        label={t('initiatives.form.scorecard')}
        value={draft.scorecard}
        options={scorecards.map(({ name, title }) => ({ id: name, title }))}
        onChange={name =>
          onChange({
            scorecard: name,
            level:
              scorecards.find(each => each.name === name)?.levels[0]?.id ?? '',
            checks: [],
          })
        }
      />
      <RadioGroup
        row
        aria-label={t('initiatives.form.target')}
        value={draft.wants}
        onChange={event =>
          onChange({
            wants: event.target.value === 'checks' ? 'checks' : 'level',
          })
        }
      >
        {(['level', 'checks'] as const).map(value => (
          <FormControlLabel
            key={value}
            value={value}
            control={<Radio size="small" color="primary" />}
            label={t(`initiatives.form.${value}`)}
          />
        ))}
      </RadioGroup>
      {draft.wants === 'level' ? (
        <Select
          label={t('initiatives.form.whichLevel')}
          value={draft.level}
          options={scorecard?.levels ?? []}
          onChange={level => onChange({ level })}
        />
      ) : (
        <CheckBoxes
          scorecard={scorecard}
          value={draft.checks}
          onChange={checks => onChange({ checks })}
        />
      )}
    </Fieldset>
  );
}

/** Also shows a value that can't be chosen: none yet, or one that is gone. */
function Select({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { id: string; title: string }[];
  onChange: (value: string) => void;
}) {
  const { t } = useHandoverTranslation();
  const isListed = options.some(({ id }) => id === value);
  const name = value && t('initiatives.form.gone', { name: value });
  return (
    <LabelledSelect
      label={label}
      value={value}
      options={[
        ...options.map(({ id, title }) => ({ value: id, label: title })),
        ...(isListed ? [] : [{ value, label: name }]),
      ]}
      onChange={onChange}
    />
  );
}
