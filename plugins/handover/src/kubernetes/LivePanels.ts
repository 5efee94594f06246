/** What shows what runs, in one part that is loaded when Kubernetes is there. */
export { LiveEnvironments } from './LiveEnvironments';
export { LiveIncident } from './LiveIncident';
export { LiveObjects } from './LiveObjects';
export { LiveRollback } from './LiveRollback';
