import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { type Command, Option } from "commander";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { systemTime } from "../host/timers.ts";
import type { InputIo } from "./io.ts";
import { senderOf } from "./send-as.ts";
import { withHeaders } from "./send-headers.ts";
import { collect, type SendOptions, withProvider, withSendOptions } from "./send-options.ts";
import { sendRequests } from "./send-requests.ts";
import { readSendSettings } from "./send-settings.ts";
import { postRouteOf } from "./send-route.ts";
import { SERVICES, signedFor, verificationBy } from "./send-signing.ts";
import { targetOrDefault } from "./send-target.ts";
import { isMissing, unreadable } from "./unreadable.ts";
import { UsageError } from "./usage-error.ts";

/** What `gbasic send raw` was asked for. */
interface RawOptions extends SendOptions {
  readonly type?: string;
  readonly signedBy?: string;
  readonly script?: string;
  /** Further headers, `Name: value`. */
  readonly header?: readonly string[];
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
      "Post a file as it is, signed as Meta signs it, a service that passes events on, or whoever the route is for.",
    )
    .argument("<file>", "the body; - is standard input")
    .option("--type <type>", "media type; if not given, JSON, or what .txt and .xml files have")
    .option(
      "--to <address>",
      "URL or path of the server; if not given, that of the script, or of the provider",
    )
    .addOption(
      new Option("--signed-by <service>", "the service that signs; META is --as meta")
        .choices(SERVICES)
        .conflicts(["as", "script", "unsigned"]),
    )
    .addOption(
      new Option(
        "--script <path>",
        "a script, or a folder of scripts: signed as its route for the path asks",
      ).conflicts("as"),
    )
    .option(
      "--header <line>",
      "a further header, such as 'X-GitHub-Event: push'; may be given several times",
      collect,
    );
  const secret = "that of the provider, or of the variable that the handler names";
  withSendOptions(withProvider(command), secret).action(
    async (file: string, options: RawOptions) => {
      finish(await sendRaw(file, options, io));
    },
  );
}

async function sendRaw(file: string, options: RawOptions, io: InputIo): Promise<number> {
  const configuration = await readSendSettings(io);
  const route =
    options.script === undefined
      ? undefined
      : await postRouteOf(options.script, options.to, configuration, io);
  const path = route?.path ?? senderOf(options, configuration).path;
  const url = targetOrDefault(options.to, path, configuration.server);
  const body = Uint8Array.from(file === "-" ? await io.stdin() : await readBody(file, io));
  const type = options.type ?? TYPES.get(extname(file)) ?? "application/json";
  const { signedBy } = options;
  const verification =
    signedBy === undefined ? (route?.verification ?? "auto") : verificationBy(signedBy);
  const raw = { url, body, contentType: type };
  const signed = signedFor(verification, raw, options, configuration, systemTime.now());
  const request = withHeaders(signed.request, options.header ?? []);
  return sendRequests({ ids: [], ...signed, request }, options, io);
}

async function readBody(path: string, { folder }: InputIo): Promise<Uint8Array> {
  try {
    return await readFile(resolve(folder, path));
  } catch (error) {
    if (isMissing(error)) throw new UsageError(commandLineMessages.noSuchPath(path));
    throw unreadable(path, error);
  }
}
