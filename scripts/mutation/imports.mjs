import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** All files that a file loads by relative paths, itself included. */
export function findLoaded(file, loaded = new Set()) {
  if (loaded.has(file)) {
    return loaded;
  }
  loaded.add(file);
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  for (const { fileName } of importedFiles) {
    const found = fileName.startsWith('.')
      ? resolveFile(path.resolve(path.dirname(file), fileName))
      : undefined;
    if (found) {
      findLoaded(found, loaded);
    }
  }
  return loaded;
}

function resolveFile(base) {
  return [`${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts')].find(
    candidate => existsSync(candidate),
  );
}
