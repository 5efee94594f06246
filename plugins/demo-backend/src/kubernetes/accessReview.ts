/** What somebody asks whether they may. */
type Attributes = { verb?: string; resource?: string };

const READING = ['get', 'list', 'watch'];

/** Everything may be read but secrets, and nothing changed. */
export function mayDo({ verb, resource }: Attributes): boolean {
  return READING.includes(verb ?? '') && resource !== 'secrets';
}

/** Of a review as JSON or as kubectl sends it, in Protocol Buffers. */
export function attributesOf(body: Buffer): Attributes {
  if (body.subarray(0, 4).toString('latin1') === 'k8s\0') {
    // Unknown.raw, then SelfSubjectAccessReview.spec and .resourceAttributes:
    // k8s.io/apimachinery/pkg/runtime and k8s.io/api/authorization/v1.
    const raw = field(body.subarray(4), 2);
    const spec = raw && field(raw, 2);
    const attributes = spec && field(spec, 1);
    return {
      verb: attributes && field(attributes, 2)?.toString('utf8'),
      resource: attributes && field(attributes, 5)?.toString('utf8'),
    };
  }
  try {
    return JSON.parse(body.toString('utf8')).spec?.resourceAttributes ?? {};
  } catch {
    return {};
  }
}

/** The first field of a number that has a length: a message or a text. */
function field(message: Buffer, number: number): Buffer | undefined {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; shift < 35 && at < message.length; shift += 7) {
      const byte = message[at];
      at += 1;
      value += (byte % 128) * 2 ** shift;
      if (byte < 128) {
        break;
      }
    }
    return value;
  };
  while (at < message.length) {
    const tag = varint();
    const type = tag % 8;
    if (type === 0) {
      varint();
    } else if (type === 2) {
      const length = varint();
      const content = message.subarray(at, at + length);
      at += length;
      if (Math.floor(tag / 8) === number) {
        return content;
      }
    } else {
      return undefined;
    }
  }
  return undefined;
}
