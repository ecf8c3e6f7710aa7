import { resolve } from "node:path";
import { expect, it } from "vitest";
import { BEFORE_REPEATED, crashAt } from "./crash-at.ts";
import { patienceFor } from "./patience.ts";

const COMMAND = resolve(import.meta.dirname, "../../src/cli/bin.ts");
const patience = await patienceFor(COMMAND);

// `npm run crash` dies at all points, and at moments by chance.
it.each([
  ["after-commit:1", "the delivery is on disk and not acknowledged"],
  ["before-send:1", "a message is about to leave"],
  ["after-send:1", "a message has left and its answer is not noted"],
  [`${BEFORE_REPEATED} after-recall:1`, "a run is about to be repeated"],
])(
  "loses nothing and does nothing twice when killed %s: %s",
  async (points) => {
    const crash = await crashAt(COMMAND, ...points.split(" "));
    expect(crash).toEqual({ wasKilled: true, violations: [] });
  },
  patience,
);
