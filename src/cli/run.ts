import { randomUUID } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import { type Channels, createChannels } from "../channels/create-channels.ts";
import type { CompiledScript } from "../compile/script.ts";
import { blockAddressOf } from "../delivery/call-answer.ts";
import { createFileReader } from "../delivery/file-reader.ts";
import { createMediaFolder } from "../delivery/media-folder.ts";
import { MEDIA_FOLDER } from "../host/media/kept-path.ts";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import type { Configuration } from "../host/configuration.ts";
import { renderError } from "../runtime/render-error.ts";
import type { Value } from "../runtime/value/value.ts";
import { closedFiles } from "./closed-files.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { loadScripts } from "./load-scripts.ts";
import { isTestPath } from "./locate-scripts.ts";
import { RunCalls } from "./run-calls.ts";
import { createRunHost } from "./run-host.ts";
import { readCommandConfiguration } from "./read-configuration.ts";
import { readScripts } from "./read-scripts.ts";
import { runScript } from "./run-script.ts";
import { createRunSenders } from "./run-senders.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Runs the top level of one script, then the SUBs that it spawned, and waits for what it sends.
 * @returns 1 where the script is wrong or fails, or a message was not sent
 * @throws UsageError for a file that cannot be read or settings that are wrong
 */
export async function run(path: string, io: CommandIo): Promise<number> {
  const script = await loadScript(path, io);
  if (script === undefined) return EXIT.findings;
  const configuration = await loadConfiguration(io);
  // Nobody is there to be told what becomes of what it sends.
  const server = { ...configuration.server, publicUrl: undefined };
  const channels = await createChannels({ ...configuration, server }, (line) =>
    io.stderr(`${line}\n`),
  );
  try {
    return await execute(script, configuration, channels, io);
  } finally {
    await channels.close();
  }
}

async function loadScript(path: string, io: CommandIo): Promise<CompiledScript | undefined> {
  if (isTestPath(path)) throw new UsageError(testingMessages.isTest(path));
  const scripts = await readScripts([path], io.folder);
  const { files } = scripts;
  if (files.length > 1) throw new UsageError(commandLineMessages.oneScript(path, files.length));
  const { program, diagnostics } = loadScripts(scripts);
  for (const found of diagnostics) {
    if (found.severity === "error") io.stderr(`${renderDiagnostic(found)}\n`);
  }
  return program.scripts[0];
}

async function loadConfiguration(io: CommandIo): Promise<Configuration> {
  const read = await readCommandConfiguration(io, { steps: Infinity, outputLength: Infinity });
  if ("configuration" in read) return read.configuration;
  for (const detail of read.errors.slice(0, -1)) io.stderr(`${renderError({ detail })}\n`);
  throw new UsageError(read.errors.at(-1) ?? read.errors[0]);
}

async function execute(
  script: CompiledScript,
  configuration: Configuration,
  channels: Channels,
  io: CommandIo,
): Promise<number> {
  const { limits, server } = configuration;
  const id = randomUUID();
  let failures = 0;
  const senders = createRunSenders(channels, id, (detail, { file, line }) => {
    if (detail.severity === "error") failures++;
    io.stderr(`${file}:${line} ${renderError({ detail })}\n`);
  });
  const { files, store } = filesOf(script, configuration, io);
  const { outputLength } = limits;
  const { timezone: zone } = server;
  const calls = new RunCalls(id);
  const blockAddress = blockAddressesOf(script, configuration);
  const parts = { io, senders, channels, files, store, blockAddress, outputLength, zone };
  const report = (error: Parameters<typeof renderError>[0]) => {
    failures++;
    io.stderr(`${renderError(error)}\n`);
  };
  await runScript({
    script,
    id,
    createHost: () => createRunHost({ ...parts, ask: calls.ofNextRun() }),
    limits,
    report,
  });
  await senders.settle();
  return failures === 0 ? EXIT.ok : EXIT.findings;
}

/** A server that serves the script goes on with its calls. */
function blockAddressesOf({ file }: CompiledScript, { server, twilio }: Configuration) {
  const addresses = { paths: twilio.paths, publicUrl: server.publicUrl };
  return (block: string, kept: Value) => blockAddressOf(block, kept, file.path, addresses);
}

/** The files that the script reads, and where those go that it fetches. */
function filesOf(script: CompiledScript, { server }: Configuration, io: CommandIo) {
  const folder = dirname(resolve(io.folder, script.file.path));
  const kept = join(resolve(io.folder, server.data), MEDIA_FOLDER);
  const closed = closedFiles(server, io.folder);
  const files = createFileReader({ folder, closed, media: kept });
  return { files, store: createMediaFolder(kept) };
}
