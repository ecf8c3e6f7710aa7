import { toJson } from "../../runtime/value/json.ts";
import { equals } from "../../runtime/value/compare.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { listed, show, unmet } from "../expectation.ts";

/** `EXPECT SPAWNED "PROCESS ORDER" WITH 7`: a SUB that a run asked for in this test. */
export const expectSpawned = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT SPAWNED <name:text!> [WITH <args?:rest>]",
    summary:
      "Expects that SPAWN asked for a SUB in this test, with these arguments where they are given.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT SPAWNED "PROCESS WHATSAPP MESSAGE"`,
    raises: ["GB3501"],
    run: ({ name, args }) => {
      const { spawned } = bed.get();
      const key = name.trim().replaceAll(/\s+/g, " ").toUpperCase();
      const found = spawned.some(
        (job) =>
          job.procedure === key &&
          (args ?? []).every((arg, index) => equals(arg, job.args[index] ?? null)),
      );
      if (found) return;
      const lines = spawned.map((job) => `${job.procedure} ${job.args.map(show).join(", ")}`);
      const given = args === undefined ? "" : ` with ${args.map((arg) => toJson(arg)).join(", ")}`;
      unmet(`${key} was not spawned${given}`, listed("spawned", lines));
    },
  });
