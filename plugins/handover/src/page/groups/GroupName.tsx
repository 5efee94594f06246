import { Link } from '@backstage/core-components';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { useHandoverTranslation } from '../../components';
import { type FleetGroupBy, type FleetState, NONE } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';

export type GroupNameProps = {
  entityRef: string | undefined;
  state: FleetState;
  actions: FleetStateActions;
};

/** An owner, system or domain, which leads to its services. */
export function GroupName({ entityRef, state, actions }: GroupNameProps) {
  const { t } = useHandoverTranslation();
  return entityRef ? (
    <NamedGroup entityRef={entityRef} state={state} actions={actions} />
  ) : (
    <GroupLink
      name={t(`page.filters.none.${state.by}`)}
      href={hrefOf(state, actions, NONE)}
    />
  );
}

function NamedGroup({
  entityRef,
  state,
  actions,
}: GroupNameProps & { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(entityRef);
  return (
    <GroupLink name={primaryTitle} href={hrefOf(state, actions, entityRef)} />
  );
}

function GroupLink({ name, href }: { name: string; href: string }) {
  const { t } = useHandoverTranslation();
  return (
    <Link to={href} title={t('page.groups.showServices', { name })}>
      {name}
    </Link>
  );
}

/** The list of the services that the group counts. */
function hrefOf(
  { by, filters }: FleetState,
  actions: FleetStateActions,
  value: string,
): string {
  const only: Record<FleetGroupBy, object> = {
    // The group is this owner alone, not the groups below.
    owner: { owner: [value], ownerTree: undefined },
    system: { system: [value] },
    domain: { domain: [value] },
  };
  return actions.hrefOf({
    view: 'services',
    filters: { ...filters, ...only[by] },
  });
}
