import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityDisplayName,
} from '@backstage/plugin-catalog-react';
import Chip from '@material-ui/core/Chip';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import {
  type Reading,
  useHandoverTranslation,
  useReading,
} from '../../components';
import { NONE } from '../state/fleetState';

/** Entities that one search offers. */
const MAX_OPTIONS = 20;

/** Until a search begins, after the last key. */
const DELAY_MS = 250;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile.displayName',
];

export type EntityPickerProps = {
  label: string;
  /** Kinds of the entities to choose from, in lower case. */
  kinds: readonly string[];
  /** Entity references, or {@link NONE}. */
  value: readonly string[];
  /** The word for entities without one; they can't be chosen if it is absent. */
  none?: string;
  required?: boolean;
  /** Says what to choose, or what is wrong with the choice. */
  helperText?: string;
  error?: boolean;
  onChange: (value: string[]) => void;
};

/** Chooses entities of the catalog, which are searched while one types. */
export function EntityPicker({
  label,
  kinds,
  value,
  none,
  required = false,
  helperText,
  error,
  onChange,
}: EntityPickerProps) {
  const { t } = useHandoverTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(text.trim()), DELAY_MS, [text]);
  const reading = useEntitySearch(kinds, term, isOpen);
  const options = [
    ...(term || none === undefined ? [] : [NONE]),
    ...(reading.status === 'ready' ? reading.data : []),
  ];
  return (
    <Autocomplete
      multiple
      size="small"
      options={options}
      // The catalog has searched.
      filterOptions={found => found}
      filterSelectedOptions
      value={[...value]}
      inputValue={text}
      onInputChange={(_, next) => setText(next)}
      onChange={(_, next) => onChange(next)}
      open={isOpen}
      onOpen={() => setIsOpen(true)}
      onClose={() => setIsOpen(false)}
      loading={reading.status === 'loading'}
      loadingText={t('page.filters.searching')}
      noOptionsText={t(
        reading.status === 'failed'
          ? 'page.filters.failed'
          : 'page.filters.nothing',
      )}
      renderOption={option => <EntityName entityRef={option} none={none} />}
      renderTags={(chosen, getTagProps) =>
        chosen.map((ref, index) => (
          <Chip
            key={ref}
            size="small"
            label={<EntityName entityRef={ref} none={none} />}
            {...getTagProps({ index })}
          />
        ))
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          helperText={helperText}
          error={error}
          // The text of the field itself is empty once something is chosen.
          required={required && value.length === 0}
        />
      )}
    />
  );
}

function EntityName({
  entityRef,
  none,
}: {
  entityRef: string;
  none: string | undefined;
}) {
  return entityRef === NONE ? (
    <em>{none}</em>
  ) : (
    <EntityDisplayName entityRef={entityRef} hideIcon disableTooltip />
  );
}

/** References of the first entities that match some words. */
function useEntitySearch(
  kinds: readonly string[],
  term: string,
  enabled: boolean,
): Reading<string[]> {
  const catalogApi = useApi(catalogApiRef);
  return useReading<string[]>({
    key: ['page', 'entities', kinds, term],
    read: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: [...kinds] },
        ...(term && {
          fullTextFilter: {
            term,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayname',
            ],
          },
        }),
        fields: FIELDS,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MAX_OPTIONS,
      });
      return items.map((entity: Entity) => stringifyEntityRef(entity));
    },
    keepPrevious: true,
    enabled,
  });
}
