import { type Command, InvalidArgumentError, Option } from "commander";
import { STATE_NAMES } from "./entry-states.ts";
import type { CommandIo } from "./io.ts";
import type { JobsDeliveriesOptions } from "./jobs-deliveries.ts";
import type { JobsListOptions } from "./jobs-list.ts";
import type { JobsShowOptions } from "./jobs-show.ts";

const SHOWN = 50;

/** Adds `gbasic jobs` with its own commands. @param finish receives the exit code */
export function addJobs(program: Command, io: CommandIo, finish: (exitCode: number) => void): void {
  const jobs = program
    .command("jobs")
    .description("Look at what was received, what runs and what failed, and act on it.")
    .helpCommand(false);
  addList(jobs, io, finish);
  addShow(jobs, io, finish);
  addDeliveries(jobs, io, finish);
}

function addList(jobs: Command, io: CommandIo, finish: (exitCode: number) => void): void {
  withCommonOptions(
    jobs.command("list").description("List events, jobs and messages, newest first."),
  )
    .addOption(new Option("--state <state>", "only those in a state").choices(STATE_NAMES))
    .addOption(limitOption())
    .action(async (options: JobsListOptions) => {
      const { jobsList } = await import("./jobs-list.ts");
      finish(await jobsList(options, io));
    });
}

function addShow(jobs: Command, io: CommandIo, finish: (exitCode: number) => void): void {
  withCommonOptions(
    jobs
      .command("show")
      .description("Show all of one entry, what made it and what it made; nothing is hidden.")
      .argument("<id>", "its id, or enough of the beginning"),
  ).action(async (id: string, options: JobsShowOptions) => {
    const { jobsShow } = await import("./jobs-show.ts");
    finish(await jobsShow(id, options, io));
  });
}

function addDeliveries(jobs: Command, io: CommandIo, finish: (exitCode: number) => void): void {
  withCommonOptions(
    jobs
      .command("deliveries")
      .description("List what was received, newest first, and what became of it."),
  )
    .addOption(limitOption())
    .action(async (options: JobsDeliveriesOptions) => {
      const { jobsDeliveries } = await import("./jobs-deliveries.ts");
      finish(await jobsDeliveries(options, io));
    });
}

function withCommonOptions(command: Command): Command {
  return command
    .option("--json", "write JSON for programs", false)
    .option("--data <folder>", "folder of the store");
}

function limitOption(): Option {
  return new Option("--limit <number>", "how many at most").argParser(parseLimit).default(SHOWN);
}

function parseLimit(written: string): number {
  const limit = Number(written);
  if (/^\d{1,9}$/.test(written) && limit > 0) return limit;
  throw new InvalidArgumentError("expected a whole number from 1 on");
}
