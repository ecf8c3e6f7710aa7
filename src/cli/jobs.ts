import { type Command, Option } from "commander";
import { STATE_NAMES } from "./entry-states.ts";
import type { CommandIo } from "./io.ts";
import type { JobsChangeOptions, JobsRetryOptions } from "./jobs-change.ts";
import type { JobsDeliveriesOptions } from "./jobs-deliveries.ts";
import type { JobsListOptions } from "./jobs-list.ts";
import type { JobsShowOptions } from "./jobs-show.ts";
import { parseLimit } from "./parse-limit.ts";

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
  addRetry(jobs, io, finish);
  addDiscard(jobs, io, finish);
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

function addRetry(jobs: Command, io: CommandIo, finish: (exitCode: number) => void): void {
  withChoice(
    jobs
      .command("retry")
      .description("Give what failed a new start; what it did before is not done again."),
    ["dead", "unknown"],
  )
    .option("--may-send-twice", "send again what may have been sent already", false)
    .action(async (ids: string[], options: Omit<JobsRetryOptions, "ids">) => {
      const { jobsRetry } = await import("./jobs-change.ts");
      finish(await jobsRetry({ ...options, ids }, io));
    });
}

function addDiscard(jobs: Command, io: CommandIo, finish: (exitCode: number) => void): void {
  withChoice(
    jobs.command("discard").description("Give up what waits or has failed; it is not done."),
    ["waiting", "dead", "unknown"],
  ).action(async (ids: string[], options: Omit<JobsChangeOptions, "ids">) => {
    const { jobsDiscard } = await import("./jobs-change.ts");
    finish(await jobsDiscard({ ...options, ids }, io));
  });
}

/** @param states those that `--state` takes */
function withChoice(command: Command, states: readonly string[]): Command {
  return withCommonOptions(command)
    .argument("[ids...]", "their ids, or the beginnings of them")
    .addOption(new Option("--state <state>", "those in a state").choices(states))
    .option("--route <route>", 'those of a route, such as "POST /webhooks/whatsapp"')
    .option(
      "--all",
      "all that --state and --route come to; without it they are only counted",
      false,
    );
}

function withCommonOptions(command: Command): Command {
  return command
    .option("--json", "write JSON for programs", false)
    .option("--data <folder>", "folder of the store");
}

function limitOption(): Option {
  return new Option("--limit <number>", "how many at most").argParser(parseLimit).default(SHOWN);
}
