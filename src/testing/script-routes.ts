import type { Program } from "../compile/script.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import { BasicError } from "../runtime/error.ts";

/** Where the events of a test go, where it does not say. */
export class ScriptRoutes {
  readonly #program: Program;
  readonly #whatsappPath: string;

  constructor(program: Program, whatsappPath: string) {
    this.#program = program;
    this.#whatsappPath = whatsappPath;
  }

  /** The path of WhatsApp: that of ON WHATSAPP handlers, else of the one webhook that is named for it. */
  whatsapp(): string {
    const { handlers } = this.#program;
    if (handlers.some(({ declaration }) => declaration.kind === "whatsapp")) {
      return this.#whatsappPath;
    }
    return this.#only("RECEIVE WHATSAPP", /whatsapp|meta/i);
  }

  /** @throws BasicError GB3511 where several paths could be meant */
  call(): string {
    return this.#only("RECEIVE CALL", /voice|call/i);
  }

  /** @throws BasicError GB3511 where several paths could be meant */
  sms(): string {
    return this.#only("RECEIVE SMS", /sms|message/i);
  }

  #only(statement: string, named: RegExp): string {
    const paths = this.#program.handlers.flatMap(({ declaration }) =>
      declaration.kind === "webhook" && ["POST", "ANY"].includes(declaration.method)
        ? [declaration.path]
        : [],
    );
    const likely = paths.filter((path) => named.test(path));
    const [first, ...others] = likely.length > 0 ? likely : paths;
    if (first !== undefined && others.length === 0) return first;
    throw new BasicError(testingMessages.whichPath(statement, paths));
  }
}
