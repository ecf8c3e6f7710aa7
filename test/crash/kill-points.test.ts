import { resolve } from "node:path";
import { expect, it } from "vitest";
import { crashAt } from "./crash-at.ts";

const COMMAND = resolve(import.meta.dirname, "../../src/cli/bin.ts");

// `npm run crash` dies at every passing of every point, and at moments by chance.
it.each([
  ["before-commit", 1, "nothing is on disk"],
  ["after-commit", 1, "the delivery is on disk and not acknowledged"],
  ["after-commit", 2, "the first run has ended"],
  ["before-flush", 1, "the delivery is committed and not yet flushed"],
  ["after-flush", 1, "the delivery is on disk and its caller does not know"],
  ["before-send", 1, "a message is about to leave"],
  ["after-send", 1, "a message has left and its answer is not noted"],
])(
  "loses nothing and does nothing twice when killed %s %i: %s",
  async (point, passing) => {
    const crash = await crashAt(COMMAND, point, passing);
    expect(crash).toEqual({ wasKilled: true, violations: [] });
  },
  60_000,
);
