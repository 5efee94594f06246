export function mergeOpenApi(
  parts: { name: string; document: object }[],
): object;
