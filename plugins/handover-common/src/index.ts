export type { HandoverDocument } from './document/schema';
export type * from './api/types';
