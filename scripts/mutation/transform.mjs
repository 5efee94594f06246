import { createRequire } from 'node:module';
import { applyMutant } from './mutants.mjs';
import { instrument } from './regions.mjs';

const require = createRequire(import.meta.url);

/**
 * A Jest transformer around the usual one. It puts one mutant into its file as
 * the file is loaded, or marks what the tests reach; no file is written.
 *
 * @param options.inner - The usual transformer, with its options.
 */
function createTransformer({ inner: [file, options] }) {
  const module = require(file);
  const inner = module.createTransformer?.(options) ?? module;
  const order = () => JSON.parse(process.env.HANDOVER_MUTATION ?? '{}');

  const changed = (text, fileName) => {
    const { mutant, reach } = order();
    if (mutant?.file === fileName) {
      return applyMutant(text, mutant);
    }
    return reach?.includes(fileName) ? instrument(text, fileName) : text;
  };
  return {
    ...inner,
    processAsync: undefined,
    process: (text, fileName, jest) =>
      inner.process(changed(text, fileName), fileName, jest),
    getCacheKey: (text, fileName, jest) =>
      inner.getCacheKey(changed(text, fileName), fileName, jest),
  };
}

export default { createTransformer };
