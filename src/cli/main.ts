import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { renderError } from "../runtime/render-error.ts";
import { EXIT } from "./exit-code.ts";
import { addCall } from "./call-command.ts";
import type { CheckOptions } from "./check.ts";
import { DIAGNOSTIC_FORMATS } from "./diagnostic-format.ts";
import { addDoctor } from "./doctor-command.ts";
import type { FmtOptions } from "./fmt.ts";
import type { ForgetOptions } from "./forget.ts";
import type { HistoryOptions } from "./history.ts";
import type { CommandIo, InputIo } from "./io.ts";
import { addJobs } from "./jobs.ts";
import { addNew } from "./new-command.ts";
import { parseLimit } from "./parse-limit.ts";
import type { ReplayOptions } from "./replay.ts";
import type { ServeOptions } from "./serve-options.ts";
import { addSend } from "./send-command.ts";
import { addTest } from "./test-command.ts";
import { UsageError } from "./usage-error.ts";

/** Receives the exit code of the command that ran. */
type Finish = (exitCode: number) => void;

/**
 * Runs one command.
 * @param args what was typed after `gbasic`
 * @returns the exit code: 0 ok, 1 findings or a failed script, 2 wrong usage, 70 a bug in gbasic
 */
export async function main(args: readonly string[], io: InputIo): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = createProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return reportFailure(error, io);
  }
}

function createProgram(io: InputIo, finish: Finish): Command {
  const program = new Command("gbasic")
    .description("Runs General Bots BASIC webhook handlers.")
    .version(packageJson.version)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr });
  addNew(program, io, finish);
  addServe(program, io, finish);
  addDoctor(program, io, finish);
  addRun(program, io, finish);
  addTest(program, io, finish);
  addCheck(program, io, finish);
  addFmt(program, io, finish);
  addJobs(program, io, finish);
  addReplay(program, io, finish);
  addHistory(program, io, finish);
  addForget(program, io, finish);
  const completeSend = addSend(program, io, finish);
  addCall(program, io, finish);
  addHelp(program, io, finish, completeSend);
  for (const command of program.commands) showUsageAfterErrors(command);
  return program;
}

/** A command that was written otherwise shows how it is written, with an example where it takes scripts. */
function showUsageAfterErrors(command: Command): void {
  const name = command.name();
  const takesScripts = command.registeredArguments.some((argument) => argument.name() === "paths");
  const example = takesScripts ? `, such as: gbasic ${name} scripts/` : "";
  command.showHelpAfterError(`write: gbasic ${name} ${command.usage()}${example}`);
}

function addServe(program: Command, io: CommandIo, finish: Finish): void {
  program
    .command("serve")
    .description("Serve the handlers of scripts over HTTP.")
    .argument("<paths...>", "scripts, or folders of scripts")
    .option("--port <number>", "port to listen on; 0 picks a free one", parsePort)
    .option("--host <name>", "address to listen on")
    .option("--production", "need signatures and secrets, and keep errors to the log", false)
    .option("--insecure", "take unsigned requests from outside this machine", false)
    .option("--data <folder>", "folder of the store")
    .option("--watch", "load the scripts again when they change", false)
    .action(async (paths: string[], options: Omit<ServeOptions, "paths">) => {
      const { serve } = await import("./serve.ts");
      finish(await serve({ ...options, paths }, io));
    });
}

function addRun(program: Command, io: CommandIo, finish: Finish): void {
  program
    .command("run")
    .description("Run the top level of one script.")
    .argument("<file>", "the script")
    .action(async (file: string) => {
      const { run } = await import("./run.ts");
      finish(await run(file, io));
    });
}

function addCheck(program: Command, io: CommandIo, finish: Finish): void {
  program
    .command("check")
    .description("Find mistakes in scripts without running them.")
    .argument("<paths...>", "scripts, or folders of scripts")
    .addOption(
      new Option("--format <format>", "how findings are written")
        .choices(DIAGNOSTIC_FORMATS)
        .default("text"),
    )
    .option("--fix", "mend what has a safe fix", false)
    .option("--dry-run", "show what --fix would change, and change nothing", false)
    .action(async (paths: string[], options: Omit<CheckOptions, "paths">) => {
      const { check } = await import("./check.ts");
      finish(await check({ ...options, paths }, io));
    });
}

function addFmt(program: Command, io: InputIo, finish: Finish): void {
  program
    .command("fmt")
    .description("Bring scripts into one style.")
    .argument("<paths...>", "scripts, or folders of scripts; - alone is standard input")
    .option("--check", "tell which scripts are not in the style, and change nothing", false)
    .action(async (paths: string[], options: Omit<FmtOptions, "paths">) => {
      const { fmt } = await import("./fmt.ts");
      finish(await fmt({ ...options, paths }, io));
    });
}

function addReplay(program: Command, io: CommandIo, finish: Finish): void {
  program
    .command("replay")
    .description("Run a stored delivery again, and show what it would send beside what was sent.")
    .argument("<delivery>", "its id, or the beginning of it")
    .option("--against <file>", "the script to run in place of the one that ran")
    .option("--json", "write JSON for programs", false)
    .option("--data <folder>", "folder of the store")
    .action(async (delivery: string, options: ReplayOptions) => {
      const { replayDelivery } = await import("./replay.ts");
      finish(await replayDelivery(delivery, options, io));
    });
}

function addHistory(program: Command, io: CommandIo, finish: Finish): void {
  const last = new Option("--last <number>", "how many at most").argParser(parseLimit).default(50);
  program
    .command("history")
    .description("Show what a person wrote and was sent, the newest last; nothing is hidden.")
    .argument("<sender>", "number, mail address or id of WhatsApp")
    .addOption(last)
    .option("--json", "write JSON for programs", false)
    .option("--data <folder>", "folder of the store")
    .action(async (sender: string, options: HistoryOptions) => {
      const { history } = await import("./history.ts");
      finish(await history(sender, options, io));
    });
}

function addForget(program: Command, io: CommandIo, finish: Finish): void {
  program
    .command("forget")
    .description("Erase what the store holds of a person.")
    .argument("<sender>", "number, mail address or id of WhatsApp")
    .option("--json", "write JSON for programs", false)
    .option("--data <folder>", "folder of the store")
    .action(async (sender: string, options: ForgetOptions) => {
      const { forget } = await import("./forget.ts");
      finish(await forget(sender, options, io));
    });
}

function addHelp(
  program: Command,
  io: CommandIo,
  finish: Finish,
  completeSend: () => Promise<void>,
): void {
  program
    .command("help")
    .description("Explain a statement, a function, a command or the code of a message.")
    .argument("[words...]", "such as SEND MAIL, LEFT$ or GB2101")
    .action(async (words: string[]) => {
      if (words[0] === "send") await completeSend();
      const command = words.length === 0 ? program : findCommand(program, words);
      command?.outputHelp();
      const { help, explains } = await import("./help.ts");
      // `send` is a command, and what several statements begin with.
      if (command !== undefined && words.length > 0) {
        if (!explains(words)) return;
        io.stdout("\n");
      }
      const commands = program.commands.map((known) => known.name());
      finish(help(words, commands, io));
    });
}

/** Finds `jobs`, or `jobs list` below it. */
function findCommand(program: Command, words: readonly string[]): Command | undefined {
  let found: Command | undefined;
  for (const word of words) {
    found = (found ?? program).commands.find((known) => known.name() === word);
    if (found === undefined) return undefined;
  }
  return found;
}

function parsePort(written: string): number {
  const port = Number(written);
  if (/^\d+$/.test(written) && port <= 65_535) return port;
  throw new InvalidArgumentError("expected a whole number from 0 to 65535");
}

function reportFailure(error: unknown, io: CommandIo): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    io.stderr(`${renderError(error)}\n`);
    return EXIT.usage;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr(`this is a bug in gbasic, please report it with the lines below\n${trace}\n`);
  return EXIT.bug;
}
