/** Who owns what a pattern matches. */
export type OwnerRule = {
  pattern: string;
  /** None: what it matches belongs to nobody, whatever stands above. */
  owners: string[];
  line: number;
  /** Rules only overrule others of their own section. */
  section: string;
};
