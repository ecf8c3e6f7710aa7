import type { Command } from "commander";
import type { DoctorOptions } from "./doctor.ts";
import type { CommandIo } from "./io.ts";

/** Adds `gbasic doctor`. @param finish receives the exit code */
export function addDoctor(
  program: Command,
  io: CommandIo,
  finish: (exitCode: number) => void,
): void {
  program
    .command("doctor")
    .description("Tell what works, what is simulated, and what is missing to go live.")
    .argument("[paths...]", "scripts, or folders of scripts; without, the settings and the machine")
    .option("--production", "what production needs is in the way if it is missing", false)
    .option("--online", "ask the services whether the credentials are right", false)
    .option("--json", "write JSON for programs", false)
    .option("--data <folder>", "folder of the store")
    .action(async (paths: string[], options: Omit<DoctorOptions, "paths">) => {
      const { doctor } = await import("./doctor.ts");
      finish(await doctor({ ...options, paths }, io));
    });
}
