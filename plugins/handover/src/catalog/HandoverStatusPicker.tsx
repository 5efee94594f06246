import type { HandoverStatus } from '@backstage-handover/plugin-handover-common';
import {
  type DefaultEntityFilters,
  EntityAutocompletePicker,
} from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import CheckedIcon from '@material-ui/icons/CheckBox';
import UncheckedIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import { useHandoverTranslation } from '../components/useHandoverTranslation';
import { HandoverStatusFilter, STATUS_PATH } from './HandoverStatusFilter';

type Filters = DefaultEntityFilters & { handover?: HandoverStatusFilter };

const STATUSES: HandoverStatus[] = [
  'ok',
  'stale',
  'missing',
  'invalid',
  'unreachable',
];

/**
 * Filters the catalog by the status of handovers. Shows nothing if no entity
 * has a status, because the catalog module isn't installed or hasn't run yet.
 *
 * @public
 */
export function HandoverStatusPicker() {
  const { t } = useHandoverTranslation();
  const toLabel = (value: string) => {
    const status = STATUSES.find(each => each === value);
    return status ? t(`catalog.status.${status}`) : value;
  };
  return (
    <EntityAutocompletePicker<Filters, 'handover'>
      label={t('catalog.filter')}
      name="handover"
      path={STATUS_PATH}
      Filter={HandoverStatusFilter}
      getOptionLabel={toLabel}
      renderOption={(value, { selected }) => (
        <FormControlLabel
          control={
            <Checkbox
              icon={<UncheckedIcon fontSize="small" />}
              checkedIcon={<CheckedIcon fontSize="small" />}
              checked={selected}
            />
          }
          label={toLabel(value)}
          // The list chooses; the box would undo it.
          onClick={event => event.preventDefault()}
        />
      )}
    />
  );
}
