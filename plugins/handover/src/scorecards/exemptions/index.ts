export { CheckExemptions } from './CheckExemptions';
export { inDays } from './days';
export { ExemptionActions } from './ExemptionActions';
export { RequestDialog } from './RequestDialog';
export { type ExemptionRights, useExemptionRights } from './useExemptionRights';
export {
  EXEMPTIONS_KEY,
  MAX_EXEMPTIONS,
  useExemptionPage,
  useOpenExemptions,
} from './useExemptions';
