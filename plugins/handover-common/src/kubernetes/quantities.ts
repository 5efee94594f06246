const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const QUANTITY =
  /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;

/**
 * Parses a Kubernetes quantity: `1500m`, `8Gi` or `2e3`. Undefined if it isn't
 * valid.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(text: string): number | undefined {
  const match = QUANTITY.exec(text);
  if (!match) {
    return undefined;
  }
  const [, number, suffix = '', exponent = '0'] = match;
  const factor = suffix.endsWith('i')
    ? 1_024 ** BINARY.indexOf(suffix)
    : 1_000 ** (DECIMAL.indexOf(suffix) - DECIMAL.indexOf(''));
  return Number(number) * factor * 10 ** Number(exponent);
}
