/**
 * What was deployed. `digest` is an OCI digest, `sha256:…`.
 *
 * @public
 */
export type Artifact = {
  name?: string;
  version?: string;
  digest?: string;
};
