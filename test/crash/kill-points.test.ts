import { resolve } from "node:path";
import { expect, it } from "vitest";
import { BEFORE_REPEATED, crashAt } from "./crash-at.ts";
import { patienceFor } from "./patience.ts";

const COMMAND = resolve(import.meta.dirname, "../../src/cli/bin.ts");
const patience = await patienceFor(COMMAND);

// `npm run crash -- --every` dies at every passing of every point, and at moments by chance.
it.each([
  ["before-commit:1", "nothing is on disk"],
  ["after-commit:1", "the delivery is on disk and not acknowledged"],
  ["after-commit:2", "the first run has ended"],
  ["before-flush:1", "the delivery is committed and not yet flushed"],
  ["after-flush:1", "the delivery is on disk and its caller does not know"],
  ["before-send:1", "a message is about to leave"],
  ["after-send:1", "a message has left and its answer is not noted"],
  ["after-ask:1", "the model has answered and nothing of that is noted"],
  ["after-journal:2", "the answer is written and not yet committed"],
  [`${BEFORE_REPEATED} after-recall:1`, "a run is about to be repeated"],
])(
  "loses nothing and does nothing twice when killed %s: %s",
  async (points) => {
    const crash = await crashAt(COMMAND, ...points.split(" "));
    expect(crash).toEqual({ wasKilled: true, violations: [] });
  },
  patience,
);
