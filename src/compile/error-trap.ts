import { jumpSlots } from "../check/jumps.ts";
import type { CheckedBody } from "../check/script.ts";
import { takeError } from "../runtime/caught.ts";
import type { Frame } from "../runtime/frame.ts";
import type { Value } from "../runtime/value/value.ts";

/** What ON ERROR says is kept as a number: off, go on behind the statement, or 1 + a section. */
const OFF = 0;
const RESUME_NEXT = -1;

/**
 * What ON ERROR said in a body. Where the body itself said nothing yet, ON ERROR RESUME NEXT of the
 * file's top level holds.
 */
export class ErrorTrap {
  readonly #slot: number;
  readonly #handlingSlot: number;
  readonly #fileSlot: number;

  constructor({ scope, kind }: CheckedBody) {
    const own = (key: string) => {
      const slot = scope.find(key);
      return slot?.where === "local" ? slot.index : -1;
    };
    this.#slot = own(jumpSlots.trap);
    this.#handlingSlot = own(jumpSlots.handling);
    const outer = kind === "main" ? undefined : scope.outer?.find(jumpSlots.trap);
    this.#fileSlot = outer?.index ?? -1;
  }

  /** Carries out ON ERROR, which also forgets the last error. @param section for GOTO */
  set({ run, locals }: Frame, action: "off" | "resume-next" | "goto", section: number): void {
    run.caught = undefined;
    locals[this.#slot] = action === "off" ? OFF : action === "goto" ? section + 1 : RESUME_NEXT;
  }

  /**
   * Takes the error of a statement.
   * @returns the section that handles it, or -1 where the run goes on behind the statement
   * @throws the error itself where nothing traps it, where it came up while another one was handled,
   *   or where no script may catch it
   */
  take(error: unknown, frame: Frame): number {
    const trap = this.#find(frame);
    if (trap === OFF || this.isHandling(frame)) throw error;
    takeError(error, frame.run);
    if (trap === RESUME_NEXT) return -1;
    frame.locals[this.#handlingSlot] = true;
    return trap - 1;
  }

  /** Tells whether the lines that handle an error run. */
  isHandling({ locals }: Frame): boolean {
    return locals[this.#handlingSlot] === true;
  }

  /** Notes that an error is dealt with. */
  settle({ run, locals }: Frame): void {
    run.caught = undefined;
    locals[this.#handlingSlot] = false;
  }

  #find({ locals, globals }: Frame): number {
    const own: Value | undefined = locals[this.#slot];
    if (typeof own === "number") return own;
    return globals[this.#fileSlot] === RESUME_NEXT ? RESUME_NEXT : OFF;
  }
}
