import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { linesOf } from '../lines';
import { at, technology } from '../types';
import type { SourceFile } from '../types';

const FROM = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?\s*$/i;

type Stage = { image: string; name: string | undefined; line: number };

/** Dockerfile: the image that the last stage, the one that runs, is built on. */
export function fromDockerfile({ path, text }: SourceFile): Proposal[] {
  const stages = linesOf(text).flatMap(({ text: each, line }): Stage[] => {
    const [, image, name] = FROM.exec(each) ?? [];
    return image ? [{ image, name, line }] : [];
  });
  let base = stages.at(-1);
  for (const stage of stages.slice(0, -1).reverse()) {
    if (stage.name && base?.image.toLowerCase() === stage.name.toLowerCase()) {
      base = stage;
    }
  }
  // An argument of the build is decided elsewhere.
  return base && !base.image.includes('$')
    ? [
        technology(
          `Container image based on ${codeSpan(base.image)}`,
          at(path, base.line),
        ),
      ]
    : [];
}
