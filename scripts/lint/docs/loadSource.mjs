import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');

/** Loads a TypeScript module of this repository, named by its path from the root folder. */
export const loadSource = file => require(`../../../${file}`);
