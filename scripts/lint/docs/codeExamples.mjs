import path from 'node:path';
import ts from 'typescript';
import { rootDir } from '../../lib/paths.mjs';

/**
 * What an example may leave out: the rest of the file that it is a part of
 * (names, relative modules) and modules that are installed with it.
 */
const LEFT_OUT = new Set([
  2304, // Cannot find name 'X'.
  2552, // Cannot find name 'X'. Did you mean 'Y'?
  2503, // Cannot find namespace 'X'.
  18004, // No value exists in scope for the shorthand property 'X'.
  7031, // Binding element 'X' implicitly has an 'any' type.
  7006, // Parameter 'X' implicitly has an 'any' type.
]);

const isModuleElsewhere = ({ code, messageText }) =>
  code === 2307 && !/'@backstage-handover\//.test(messageText);

/** The folder from where an example is compiled, whose packages it can import. */
const FOLDER = path.join(rootDir, 'packages/backend/src');

/**
 * Compiles examples in TypeScript together, since most of the time goes into
 * the packages that they import.
 *
 * @param examples - with `language`, `text` and `place`
 * @returns what is wrong, each with the place of its example
 */
export function checkCode(examples) {
  const { config } = ts.readConfigFile(
    path.join(rootDir, 'tsconfig.json'),
    ts.sys.readFile,
  );
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, rootDir);
  const files = new Map(
    examples.map((example, index) => [
      path.join(FOLDER, `example${index}.${example.language}`),
      example,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = name => files.has(name) || fileExists(name);
  host.readFile = name => files.get(name)?.text ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) =>
    files.has(name)
      ? // Each example is a module of its own.
        ts.createSourceFile(name, `${files.get(name).text}\nexport {};`, target)
      : getSourceFile(name, target, ...rest);

  const program = ts.createProgram(
    [...files.keys()],
    {
      ...options,
      // For `await` outside of functions.
      module: ts.ModuleKind.ES2022,
      noUnusedLocals: false,
      noUnusedParameters: false,
      noEmit: true,
      incremental: false,
    },
    host,
  );
  return [...files].flatMap(([name, { place }]) => {
    const source = program.getSourceFile(name);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]
      .filter(each => !LEFT_OUT.has(each.code) && !isModuleElsewhere(each))
      .map(each => {
        const { line } = source.getLineAndCharacterOfPosition(each.start);
        const message = ts.flattenDiagnosticMessageText(each.messageText, ' ');
        return `${place}, line ${line + 1}: TS${each.code} ${message}`;
      });
  });
}
