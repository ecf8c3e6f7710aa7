import { AsyncLocalStorage } from "node:async_hooks";
import type { TestBed } from "./test-bed.ts";

/** Finds the test bed of the test that runs; tests of several files run side by side. */
export class CurrentBed {
  readonly #storage = new AsyncLocalStorage<TestBed>();

  /** Does something with a bed; what it awaits finds the same one. */
  run<T>(bed: TestBed, work: () => Promise<T>): Promise<T> {
    return this.#storage.run(bed, work);
  }

  /** @throws Error outside of a test, which is a bug of gbasic */
  get(): TestBed {
    const bed = this.#storage.getStore();
    if (bed === undefined) throw new Error("no test runs");
    return bed;
  }
}
