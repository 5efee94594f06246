export { ProviderPuller } from './ProviderPuller';
export { PullDiscovery } from './PullDiscovery';
export { PullSchedule } from './PullSchedule';
export { ScheduledPulls } from './ScheduledPulls';
