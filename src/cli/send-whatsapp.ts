import { type Command, Option } from "commander";
import { sendMessages } from "../diagnostics/codes/send.ts";
import type { EventField } from "../testing/events/event-field.ts";
import type { WhatsAppEventType } from "../testing/events/define-event.ts";
import { whatsAppEvents } from "../testing/events/whatsapp/index.ts";
import type { CommandIo } from "./io.ts";
import { collect, parseCount, withProvider, withSendOptions } from "./send-options.ts";
import { UsageError } from "./usage-error.ts";
import { sendWhatsApp, type WhatsAppOptions } from "./send-whatsapp-event.ts";

/** Adds `gbasic send whatsapp` with a command for each type of event. */
export function addSendWhatsApp(
  send: Command,
  io: CommandIo,
  finish: (exitCode: number) => void,
): void {
  const whatsApp = send
    .command("whatsapp")
    .description(
      "Post an event of WhatsApp, signed as Meta signs it, or a service that passes it on.",
    )
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}` })
    .helpCommand(false);
  for (const type of whatsAppEvents) addType(whatsApp, type, io, finish);
}

function addType(
  whatsApp: Command,
  type: WhatsAppEventType,
  io: CommandIo,
  finish: (exitCode: number) => void,
): void {
  const command = whatsApp
    .command(dashed(type.name))
    .description(type.summary)
    .usage(usageOf(type.fields))
    .argument("[fields...]", "its fields in the order of the options below, as far as you like");
  const options = type.fields.map((field) => ({ field, option: fieldOption(field) }));
  for (const { option } of options) command.addOption(option);
  withProvider(withPeople(command));
  withSendOptions(command, "the secret of the provider").action(
    async (inOrder: string[], rest: WhatsAppOptions) => {
      const byName = options.flatMap(({ field, option }): [string, string][] => {
        const value: unknown = command.getOptionValue(option.attributeName());
        return typeof value === "string" ? [[field.name, value]] : [];
      });
      const fields = gatherFields(type, inOrder, new Map(byName));
      finish(await sendWhatsApp({ type, fields }, rest, io));
    },
  );
}

/**
 * Joins the fields that are given in their order with those that are given by name.
 * @throws UsageError GB5367 for a field that is given twice, GB5368 for more fields than there are
 */
function gatherFields(
  { name, fields }: WhatsAppEventType,
  inOrder: readonly string[],
  byName: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (inOrder.length > fields.length) {
    throw new UsageError(sendMessages.manyFields(name, fields.length, inOrder.length));
  }
  const gathered = new Map(byName);
  for (const [index, value] of inOrder.entries()) {
    const field = fields[index]?.name ?? "";
    if (byName.has(field)) throw new UsageError(sendMessages.twiceGiven(field));
    gathered.set(field, value);
  }
  return gathered;
}

function withPeople(command: Command): Command {
  return command
    .option("--from <number>", "number that it comes from; again for further people", collect)
    .option("--user-id <id>", "user id of somebody who hides the number; again likewise", collect)
    .option("--parent-user-id <id>", "that person's id for all of your businesses")
    .option("--username <name>", "that person's name for others to find")
    .option("--name <name>", "name in the profile", "Ana")
    .option("--id <id>", "id of the message; if not given, a new one")
    .addOption(
      new Option("--batch <number>", "put so many into the delivery")
        .argParser(parseCount)
        .default(1),
    )
    .option("--shuffle", "put them into another order than they were written in", false)
    .option("--seed <text>", "another text gives another order", "1")
    .option("--to <address>", "URL or path of the server; if not given, the path of the provider");
}

function fieldOption({ name, meaning, required, standard }: EventField): Option {
  const shown = standard === undefined || standard === "" ? "" : `; if not given, ${standard}`;
  const option = `--${dashed(name)} <${dashed(name)}>`;
  return new Option(option, `${meaning}${required ? " (needed)" : shown}`);
}

/** Names the fields that are needed and one more; the help lists all. */
function usageOf(fields: readonly EventField[]): string {
  const needed = fields.filter(({ required }) => required).length;
  const named = fields.slice(0, needed + 1).map(({ name, required }) => {
    const word = dashed(name);
    return required ? `<${word}>` : `[${word}]`;
  });
  return `${named.join(" ")} [options]`;
}

function dashed(name: string): string {
  return name.replaceAll(" ", "-");
}
