/**
 * The value of an attribute that a header holds: without quotes, and
 * percent-decoded once. A percent sign that encodes nothing stays as it is.
 *
 * @see
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md#3132-http-header-values
 */
export function decodeHeader(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  const unquoted =
    quoted === undefined ? value : quoted.replace(/\\(.)/g, '$1');
  return unquoted.replace(/(?:%[0-9a-f]{2})+/gi, encoded => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
