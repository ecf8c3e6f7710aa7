import type { Command } from "commander";
import type { InputIo } from "./io.ts";

/**
 * Adds `gbasic send`. Its own commands are made of the types of events, so only who asks for them
 * loads them.
 * @param finish receives the exit code
 * @returns adds them, once
 */
export function addSend(
  program: Command,
  io: InputIo,
  finish: (exitCode: number) => void,
): () => Promise<void> {
  const send = program
    .command("send")
    .description("Post events to a server as Meta and Twilio do, with their signatures.")
    .helpCommand(false);
  const complete = async () => {
    if (send.commands.length > 0) return;
    const { addSendCommands } = await import("./send.ts");
    addSendCommands(send, io, finish);
  };
  program.hook("preSubcommand", (_, command) => (command === send ? complete() : undefined));
  return complete;
}
