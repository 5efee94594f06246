export { DatabaseOnCallPageStore } from './DatabaseOnCallPageStore';
export type {
  OnCallPageStore,
  PageClaim,
  TakenPageClaim,
} from './OnCallPageStore';
