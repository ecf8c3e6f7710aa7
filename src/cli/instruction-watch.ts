import type { InstructionDesk } from "../engine/sqlite/instruction-desk.ts";
import type { Log } from "../host/log.ts";
import type { Cancel, Timers } from "../host/timers.ts";

/** Time between two looks for what commands ask; ms. */
const LOOK_MS = 250;

/** Looks, while a server runs, whether a command such as `gbasic jobs retry` asks for something. */
export class InstructionWatch {
  readonly #desk: InstructionDesk;
  readonly #timers: Timers;
  readonly #log: Log;
  #cancel: Cancel = () => {};
  #isStopped = false;

  constructor(desk: InstructionDesk, timers: Timers, log: Log) {
    this.#desk = desk;
    this.#timers = timers;
    this.#log = log;
  }

  start(): void {
    if (this.#isStopped) return;
    this.#cancel = this.#timers.schedule(LOOK_MS, () => {
      void this.#look().then(() => {
        this.start();
      });
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  async #look(): Promise<void> {
    try {
      await this.#desk.answerAll();
    } catch (error) {
      this.#log.warn({ err: error }, "what a command asked for could not be done yet");
    }
  }
}
