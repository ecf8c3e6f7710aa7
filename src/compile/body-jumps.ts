import { jumpSlots } from "../check/jumps.ts";
import type { CheckedBody } from "../check/script.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import type { Block, Identifier } from "../syntax/ast.ts";
import type { StatementCode, SyncRun } from "./code.ts";
import type { BodyContext } from "./context.ts";

/**
 * The sections of a body that jumps: one from each label that something jumps to up to the next.
 * GOSUB and the handler of ON ERROR GOTO run them in place, inside the statement that asked for
 * them, so that a loop around it is not lost.
 */
export class BodyJumps {
  /** True where a section may wait. */
  readonly waits: boolean;
  /** The slot of the section that a GOTO on its way leads to. */
  readonly #targetSlot: number;
  readonly #sectionOf = new Map<string, number>();
  readonly #parts: Block[] = [];
  readonly #site: Site;
  #sections: readonly StatementCode[] = [];

  constructor({ block, jumps, scope }: CheckedBody, waits: boolean, site: Site) {
    this.waits = waits;
    this.#site = site;
    this.#targetSlot = scope.find(jumpSlots.target)?.index ?? -1;
    let start = 0;
    block.forEach((statement, at) => {
      if (statement.kind !== "label" || !jumps.targets.has(statement.label.key)) return;
      this.#parts.push(block.slice(start, at));
      this.#sectionOf.set(statement.label.key, this.#parts.length);
      start = at;
    });
    this.#parts.push(block.slice(start));
  }

  /** Compiles the sections; whatever jumps needs no more than to know where they are. */
  compile(context: BodyContext): void {
    this.#sections = this.#parts.map((part) => context.block(part));
    if (!this.waits && !this.#sections.every(({ colour }) => colour === "sync")) {
      throw new Error("a body waits although the checker says that it does not");
    }
  }

  /** Gives the section that a label begins. */
  sectionOf({ key, text }: Identifier): number {
    const section = this.#sectionOf.get(key);
    if (section === undefined) throw new Error(`no label ${text}`);
    return section;
  }

  /** Sends a frame to a section; each jump is a step. @param site of the jump, for errors */
  jump({ run, locals }: Frame, section: number, site: Site): Signal {
    if (--run.budget < 0) run.look(site);
    locals[this.#targetSlot] = section;
    return Signal.jump;
  }

  /**
   * Runs from a section on, wherever jumps lead; only where nothing waits.
   * @returns `next` at the end of the body, else what left it
   */
  runFrom(frame: Frame, first: number): Signal {
    for (let at = first; at < this.#sections.length; at++) {
      const signal = this.#syncSection(at)(frame);
      if (signal === Signal.next) continue;
      if (signal !== Signal.jump) return signal;
      at = this.#landing(frame) - 1;
    }
    return Signal.next;
  }

  /** Does the same where something may wait. */
  async runFromWaiting(frame: Frame, first: number): Promise<Signal> {
    const { run } = frame;
    for (let at = first; at < this.#sections.length; at++) {
      const pending = this.#sections[at]?.run(frame) ?? Signal.next;
      const signal = typeof pending === "number" ? pending : await pending;
      if (signal === Signal.next) continue;
      if (signal !== Signal.jump) return signal;
      if (run.turnDue) await run.giveTurn(this.#site);
      at = this.#landing(frame) - 1;
    }
    return Signal.next;
  }

  #landing({ locals }: Frame): number {
    return Number(locals[this.#targetSlot]);
  }

  #syncSection(at: number): SyncRun<Signal> {
    const section = this.#sections[at];
    if (section?.colour !== "sync") throw new Error("a section waits");
    return section.run;
  }
}
