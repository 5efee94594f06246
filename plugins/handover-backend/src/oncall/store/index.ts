export { DatabaseOnCallPageStore } from './DatabaseOnCallPageStore';
export type { OnCallPageStore, PageClaim } from './OnCallPageStore';
