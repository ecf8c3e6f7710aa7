import { hash } from "node:crypto";
import type { Random } from "../host/host.ts";

/** Bytes of one number, as many as a number of JavaScript holds exactly. */
const NUMBER_BYTES = 6;
const NUMBERS_PER_BLOCK = 5;

/** The chance of one run: nobody can guess it, and a repeated run has the same. */
export class RunRandom implements Random {
  readonly #seed: string;
  readonly #runId: string;
  #block = Buffer.alloc(0);
  #numbers = 0;
  #uuids = 0;

  /** @param seed a secret of the store */
  constructor(seed: string, runId: string) {
    this.#seed = seed;
    this.#runId = runId;
  }

  next(): number {
    const place = this.#numbers % NUMBERS_PER_BLOCK;
    if (place === 0) this.#block = Buffer.from(this.#draw("number", this.#numbers), "hex");
    this.#numbers += 1;
    return this.#block.readUIntBE(place * NUMBER_BYTES, NUMBER_BYTES) / 2 ** 48;
  }

  uuid(): string {
    const drawn = this.#draw("uuid", this.#uuids);
    this.#uuids += 1;
    // Version 4, variant 10, as RFC 9562 has them.
    const variant = "89ab".charAt(Number.parseInt(drawn.charAt(16), 16) % 4);
    const parts = [drawn.slice(0, 8), drawn.slice(8, 12), `4${drawn.slice(13, 16)}`];
    return [...parts, `${variant}${drawn.slice(17, 20)}`, drawn.slice(20, 32)].join("-");
  }

  #draw(what: string, index: number): string {
    return hash("sha256", JSON.stringify([this.#seed, this.#runId, what, index]), "hex");
  }
}
