import { type Command, InvalidArgumentError, Option } from "commander";
import { WHATSAPP_PROVIDERS, type WhatsAppProvider } from "../host/whatsapp/providers.ts";

/** What every command below `gbasic send` is told. */
export interface SendOptions {
  /** A URL, or a path on the server that the settings tell of. */
  readonly to?: string;
  /** Who it pretends to come from; found by the path where it is left out. */
  readonly as?: WhatsAppProvider;
  readonly secret?: string;
  readonly unsigned: boolean;
  /** How often the same request is posted in all. */
  readonly duplicate: number;
  readonly json: boolean;
}

/** Adds the options of every command that posts. @param secret the setting it stands in for */
export function withSendOptions(command: Command, secret: string): Command {
  return command
    .option("--secret <secret>", `key of the signature; if not given, ${secret}`)
    .option("--unsigned", "leave the signature out", false)
    .addOption(
      new Option("--duplicate <number>", "post the same request so many times in all")
        .argParser(parseCount)
        .default(1),
    )
    .option("--json", "write JSON for programs", false);
}

/** Adds `--as`, for what a provider of WhatsApp delivers. */
export function withProvider(command: Command): Command {
  return command.addOption(
    new Option(
      "--as <provider>",
      "who delivers and signs; if not given, whoever the path is for, else the first of WHATSAPP_PROVIDERS",
    ).choices(WHATSAPP_PROVIDERS),
  );
}

/** Most that one delivery may hold, and most requests: Meta puts up to 1000 into one. */
const MOST = 1000;

/** Reads how many of something are wanted. */
export function parseCount(written: string): number {
  const count = Number(written);
  if (/^\d{1,4}$/.test(written) && count >= 1 && count <= MOST) return count;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST}`);
}

/** Gathers the values of an option that may be given more than once. */
export function collect(written: string, before: readonly string[] = []): readonly string[] {
  return [...before, written];
}
