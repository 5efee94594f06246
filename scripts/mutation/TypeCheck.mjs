import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { rootDir } from '../lib/paths.mjs';
import { applyMutant } from './mutants.mjs';

/** Tells whether a mutant compiles: no test has to find what the compiler does. */
export class TypeCheck {
  #changed = new Map();
  #version = 0;
  #service;

  constructor(files) {
    const names = files.map(file => path.join(rootDir, file));
    this.#service = ts.createLanguageService(this.#host(names));
  }

  /**
   * The mutants that compile. Those of different files are checked at once.
   * Because a mutant may be why another file does not compile, those that
   * fail are checked a second time, in other company.
   */
  compiling(mutants) {
    const rounds = [];
    const seen = new Map();
    for (const mutant of mutants) {
      const round = seen.get(mutant.file) ?? 0;
      seen.set(mutant.file, round + 1);
      (rounds[round] ??= []).push(mutant);
    }
    const failed = new Set(
      rounds
        .flatMap(round => halves(this.#check(round)))
        .flatMap(half => this.#check(half)),
    );
    return new Set(mutants.filter(mutant => !failed.has(mutant)));
  }

  /** The mutants in whose files the compiler finds problems, with all in. */
  #check(mutants) {
    const named = mutants.map(mutant => ({
      mutant,
      name: path.join(rootDir, mutant.file),
    }));
    for (const { mutant, name } of named) {
      this.#change(name, applyMutant(readFileSync(name, 'utf8'), mutant));
    }
    const failed = named.filter(
      ({ name }) =>
        this.#service.getSyntacticDiagnostics(name).length > 0 ||
        this.#service.getSemanticDiagnostics(name).length > 0,
    );
    for (const { name } of named) {
      this.#change(name, undefined);
    }
    return failed.map(({ mutant }) => mutant);
  }

  #change(name, text) {
    this.#version += 1;
    this.#changed.set(name, { text, version: String(this.#version) });
  }

  #host(names) {
    const { config } = ts.readConfigFile(
      path.join(rootDir, 'tsconfig.json'),
      ts.sys.readFile,
    );
    const { options } = ts.parseJsonConfigFileContent(
      { ...config, include: [], files: [] },
      ts.sys,
      rootDir,
    );
    return {
      getCompilationSettings: () => ({
        ...options,
        incremental: false,
        noEmit: true,
        emitDeclarationOnly: false,
        declaration: false,
        allowUnreachableCode: true,
        noUnusedLocals: false,
        noUnusedParameters: false,
      }),
      getCurrentDirectory: () => rootDir,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      getScriptFileNames: () => names,
      getScriptVersion: name => this.#changed.get(name)?.version ?? '0',
      getScriptSnapshot: name => {
        const text = this.#changed.get(name)?.text ?? ts.sys.readFile(name);
        return text === undefined
          ? undefined
          : ts.ScriptSnapshot.fromString(text);
      },
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      realpath: ts.sys.realpath,
    };
  }
}

function halves(items) {
  const even = items.filter((_, index) => index % 2 === 0);
  const odd = items.filter((_, index) => index % 2 === 1);
  return [even, odd].filter(half => half.length > 0);
}
