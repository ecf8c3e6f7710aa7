import { statements } from "../statements/index.ts";
import { knownPhrases } from "../statements/known/index.ts";
import { createReader, type Read } from "../syntax/parser.ts";
import { CurrentBed } from "../testing/current-bed.ts";
import { createTestLanguage } from "../testing/language.ts";
import { isTestPath } from "./locate-scripts.ts";

/** Reads scripts in their language, and files of tests in that of tests. */
export class ScriptReaders {
  #scripts: Read | undefined;
  #tests: Read | undefined;

  /** Reads a file as its name says. */
  readonly read: Read = (file, report, included) =>
    this.#readerOf(file.path)(file, report, included);

  #readerOf(path: string): Read {
    if (!isTestPath(path)) return (this.#scripts ??= createReader(statements, knownPhrases));
    const phrases = [...statements, ...createTestLanguage(new CurrentBed()).phrases];
    return (this.#tests ??= createReader(phrases, knownPhrases));
  }
}
