import type { SenderId } from "../../diagnostics/codes/lints.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { message } from "./meta-payload.ts";
import type { MissingSource } from "./missing-values.ts";
import { PayloadValues } from "./payload-values.ts";

/** Finds what takes the place of the number of somebody who hides it from WhatsApp messages. */
export class SenderIds {
  readonly #linted: LintedScript;
  readonly #values: PayloadValues;

  constructor(linted: LintedScript) {
    this.#linted = linted;
    this.#values = new PayloadValues(linted);
  }

  /**
   * @param source where a recipient comes from
   * @param reader the body with the SEND, which may not see the variables of the source
   * @returns undefined where the source is not the number of the sender of a WhatsApp message
   */
  of({ expression, body }: MissingSource, reader: CheckedBody): SenderId | undefined {
    if (!this.#isSender(expression, body)) return undefined;
    const { file } = this.#linted.script;
    const written = file.text.slice(expression.start, expression.end);
    const line = body === reader ? undefined : file.position(expression.start).line;
    return { written: written.replace(/from(?=\W*$)/iu, "from_user_id"), line };
  }

  #isSender(expression: Expression, body: CheckedBody): boolean {
    return this.#values.memberOf(expression, body, message)?.toLowerCase() === "from";
  }
}
