import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { Command } from "commander";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import type { InputIo } from "./io.ts";
import { senderOf, signedAs } from "./send-as.ts";
import { type SendOptions, withProvider, withSendOptions } from "./send-options.ts";
import { sendRequests } from "./send-requests.ts";
import { readSendSettings } from "./send-settings.ts";
import { targetOrDefault } from "./send-target.ts";
import { isMissing, unreadable } from "./unreadable.ts";
import { UsageError } from "./usage-error.ts";

/** What `gbasic send raw` was asked for. */
interface RawOptions extends SendOptions {
  readonly type?: string;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  [".txt", "text/plain; charset=utf-8"],
  [".xml", "application/xml"],
]);

/** Adds `gbasic send raw`. */
export function addSendRaw(send: Command, io: InputIo, finish: (exitCode: number) => void): void {
  const command = send
    .command("raw")
    .description(
      "Post a file as it is, signed as Meta signs it, or a service that passes events on.",
    )
    .argument("<file>", "the body; - is standard input")
    .option("--type <type>", "media type; if not given, JSON, or what .txt and .xml files have")
    .option("--to <address>", "URL or path of the server; if not given, the path of the provider");
  withSendOptions(withProvider(command), "the secret of the provider").action(
    async (file: string, options: RawOptions) => {
      finish(await sendRaw(file, options, io));
    },
  );
}

async function sendRaw(file: string, options: RawOptions, io: InputIo): Promise<number> {
  const configuration = await readSendSettings(io);
  const sender = senderOf(options, configuration);
  const url = targetOrDefault(options.to, sender.path, configuration.server);
  const body = Uint8Array.from(file === "-" ? await io.stdin() : await readBody(file, io));
  const type = options.type ?? TYPES.get(extname(file)) ?? "application/json";
  const signed = signedAs(sender, url, body, options, type);
  return sendRequests({ ids: [], ...signed }, options, io);
}

async function readBody(path: string, { folder }: InputIo): Promise<Uint8Array> {
  try {
    return await readFile(resolve(folder, path));
  } catch (error) {
    if (isMissing(error)) throw new UsageError(commandLineMessages.noSuchPath(path));
    throw unreadable(path, error);
  }
}
