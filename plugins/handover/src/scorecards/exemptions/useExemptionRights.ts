import {
  handoverExemptionApprovePermission,
  handoverExemptionRequestPermission,
} from '@backstage-handover/plugin-handover-common';
import { type Rights, useRights } from '../../components';

/** What the viewer can do with exemptions of an entity. Nothing until it is known. */
export type ExemptionRights = Rights;

/** Only hides what would be refused: the backend decides. */
export function useExemptionRights(entityRef: string): ExemptionRights {
  return useRights(entityRef, {
    request: handoverExemptionRequestPermission,
    approve: handoverExemptionApprovePermission,
  });
}
