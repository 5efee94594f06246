import type { Environments } from '../environments/Environments';
import { composeEnvironments } from './composeEnvironments';
import { Composition, type Composed } from './Composition';
import { distinctValues, type Said } from './distinctValues';
import type { Proposal, ValueField } from './types';

/**
 * Puts proposals together. Of several values for a field, the one with the
 * highest confidence counts, and of those the first. Lists take each value once.
 * Where two sources disagree about an environment, neither is believed.
 *
 * @param environments - those that are configured
 */
export function compose(
  proposals: readonly Proposal[],
  environments?: Environments,
): Composed {
  const composed = new Composition();
  const values = valuesByField(proposals);
  for (const proposal of proposals) {
    if (proposal.kind === 'item') {
      composed.add(
        proposal.field.split('.'),
        proposal.value,
        proposal.evidence,
      );
    } else if (proposal.kind === 'value') {
      const said = values.get(proposal.field);
      if (said) {
        values.delete(proposal.field);
        setBest(composed, proposal.field, said);
      }
    }
  }
  composeEnvironments(
    composed,
    proposals.flatMap(each => (each.kind === 'environment' ? [each] : [])),
    environments,
  );
  return composed;
}

function valuesByField(
  proposals: readonly Proposal[],
): Map<ValueField, Said<string>[]> {
  const values = new Map<ValueField, Said<string>[]>();
  for (const proposal of proposals) {
    if (proposal.kind === 'value') {
      const { field, value, evidence } = proposal;
      values.set(field, [...(values.get(field) ?? []), { value, evidence }]);
    }
  }
  return values;
}

function setBest(
  composed: Composition,
  field: ValueField,
  said: readonly Said<string>[],
) {
  const path = field.split('.');
  const [best, ...others] = distinctValues(
    [...said].sort((a, b) => b.evidence.confidence - a.evidence.confidence),
  );
  composed.set(path, best.value, best.evidence);
  if (others.length > 0) {
    composed.disagree(path, [best, ...others]);
  }
}
