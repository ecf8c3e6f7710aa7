import { toJson } from "../../runtime/value/json.ts";
import { equals } from "../../runtime/value/compare.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";

/** `EXPECT SPAWNED "PROCESS ORDER" WITH 7`: a SUB that a run asked for in this test. */
export const expectSpawned = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT [<not?:word(NOT|NO)>] SPAWNED <name:text!> [WITH <args?:rest>]",
      summary:
        "Expects that SPAWN asked for a SUB in this test: with whatever arguments, or WITH exactly these, all of them and in their order.",
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT SPAWNED "ANSWER" WITH "5511999999999", "hello"\nEXPECT NOT SPAWNED "FORGET"`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, name, args }) => {
        const { spawned } = bed.get();
        const key = name.trim().replaceAll(/\s+/g, " ").toUpperCase();
        const holds = spawned.some(
          (job) =>
            job.procedure === key &&
            (args === undefined ||
              (args.length === job.args.length &&
                args.every((arg, index) => equals(arg, job.args[index] ?? null)))),
        );
        const lines = spawned.map((job) => `${job.procedure} ${job.args.map(show).join(", ")}`);
        const given =
          args === undefined ? "" : ` with ${args.map((arg) => toJson(arg)).join(", ")}`;
        judge(not, {
          holds,
          unmet: `${key} was not spawned${given}`,
          met: `${key} was spawned${given}`,
          found: [listed("spawned", lines)],
        });
      },
    }),
    { needles: ["name"] },
  );
