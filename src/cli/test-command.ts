import { type Command, InvalidArgumentError, Option } from "commander";
import type { InputIo } from "./io.ts";
import type { TestOptions } from "./test-options.ts";

/** Adds `gbasic test` to the command line. @param finish receives its exit code */
export function addTest(program: Command, io: InputIo, finish: (exitCode: number) => void): void {
  program
    .command("test")
    .description("Run the tests of scripts, offline.")
    .argument("[paths...]", "files of tests (*.test.bas), or folders with them", ["."])
    .option("--filter <text>", "run the tests with this in their names", onlyOnce)
    .option("--bail", "end with the first test that fails", false)
    .option("--timeout <seconds>", "real time that one test may take", parseSeconds, 10)
    .option("--record", "call the addresses that no MOCK answers, and keep the answers", false)
    .addOption(
      new Option("--watch", "stay, and run again what a change touches")
        .default(false)
        .conflicts(["coverage", "coverageLines", "coverageBranches"]),
    )
    .option("--coverage", "tell which lines and branches of the scripts were run", false)
    .option("--coverage-lines <percent>", "fail where fewer lines were run", parsePercent)
    .option("--coverage-branches <percent>", "fail where fewer branches were run", parsePercent)
    .option("--coverage-folder <folder>", "where lcov.info and index.html go", "coverage")
    .addOption(
      new Option("--reporter <form>", "how the results are written")
        .choices(["text", "json", "junit", "tap", "github"])
        .default("text"),
    )
    .action(async (paths: string[], options: Omit<TestOptions, "paths">) => {
      const { test } = await import("./test.ts");
      finish(await test({ ...options, paths }, io));
    });
}

/** A second one would take the place of the first without a word. */
function onlyOnce(text: string, before: string | undefined): string {
  if (before === undefined) return text;
  throw new InvalidArgumentError(`It is given once, and "${before}" is there already.`);
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() !== "" && seconds > 0) return seconds;
  throw new InvalidArgumentError("It must be a number of seconds above 0.");
}

function parsePercent(text: string): number {
  const percent = Number(text.replace(/ ?%$/, ""));
  if (text.trim() !== "" && percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError("It must be a number from 0 to 100.");
}
