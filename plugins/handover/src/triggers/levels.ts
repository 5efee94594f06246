import type { EvaluatedTrigger } from '@backstage-handover/plugin-handover-common';
import type { HealthLevel } from '../components';

/** The sign of each state. What is unknown is not good. */
export const LEVELS: Record<EvaluatedTrigger['state'], HealthLevel> = {
  met: 'failure',
  notMet: 'healthy',
  unknown: 'unknown',
};
