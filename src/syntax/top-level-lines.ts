import type { Block, Statement } from "./ast.ts";

/** What holds for the whole file wherever it stands, also behind the line of a `WEBHOOK "name"`. */
const OF_THE_FILE: ReadonlySet<Statement["kind"]> = new Set(["include", "const"]);

/** Takes the lines outside of handlers and SUBs: to the top level, or to a handler that is the rest of the file. */
export class TopLevelLines {
  readonly #topLevel: Statement[];
  #body: Statement[];

  /** @param topLevel takes the lines before such a handler */
  constructor(topLevel: Statement[]) {
    this.#topLevel = topLevel;
    this.#body = topLevel;
  }

  /** Begins a handler that is the rest of the file. @returns its body, which grows as lines are added */
  beginFile(): Block {
    const body: Statement[] = [];
    this.#body = body;
    return body;
  }

  /** Adds what one line held. */
  add(statements: readonly Statement[]): void {
    for (const statement of statements) {
      (OF_THE_FILE.has(statement.kind) ? this.#topLevel : this.#body).push(statement);
    }
  }
}
