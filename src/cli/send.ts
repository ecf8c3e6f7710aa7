import type { Command } from "commander";
import type { InputIo } from "./io.ts";
import { addSendRaw } from "./send-raw.ts";
import { addSendTwilio } from "./send-twilio.ts";
import { addSendWhatsApp } from "./send-whatsapp.ts";

/**
 * Adds the commands below `gbasic send`, which post events to a server as Meta and Twilio do.
 * @param finish receives the exit code
 */
export function addSendCommands(
  send: Command,
  io: InputIo,
  finish: (exitCode: number) => void,
): void {
  addSendWhatsApp(send, io, finish);
  addSendTwilio(send, io, finish);
  addSendRaw(send, io, finish);
}
