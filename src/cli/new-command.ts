import type { Command } from "commander";
import type { CommandIo } from "./io.ts";

/** Adds `gbasic new` to the command line. @param finish receives its exit code */
export function addNew(program: Command, io: CommandIo, finish: (exitCode: number) => void): void {
  program
    .command("new")
    .description("Make a project: a script for each channel, with its tests.")
    .argument("[name]", "of the project and of its folder")
    .option("--here", "make it in the folder that you are in", false)
    .action(async (name: string | undefined, { here }: { readonly here: boolean }) => {
      const { newProject } = await import("./new.ts");
      finish(await newProject({ name, here }, io));
    });
}
