import { z } from 'zod/v4';

const IDENTIFIER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The id of something that a company names, such as a scorecard. */
export const identifier = z
  .string()
  .max(63)
  .regex(
    IDENTIFIER,
    'must consist of lowercase letters, digits and hyphens, and begin and end with a letter or digit',
  );
