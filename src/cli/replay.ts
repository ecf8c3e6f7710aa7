import { randomUUID } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import { createChannels } from "../channels/create-channels.ts";
import type { Program } from "../compile/script.ts";
import { createFileReader } from "../delivery/file-reader.ts";
import { type Replayed, replay } from "../delivery/replay.ts";
import { callTitle } from "../diagnostics/call-title.ts";
import { httpMessages } from "../diagnostics/codes/http.ts";
import { storeMessages } from "../diagnostics/codes/store.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import type { SynchronousRequest } from "../engine/recorded-response.ts";
import type { StoreReader } from "../engine/sqlite/store-reader.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import type { Work } from "../engine/work.ts";
import { ChannelError } from "../host/channel.ts";
import type { HttpClient } from "../host/http-call.ts";
import { readConfiguration } from "../host/configuration.ts";
import { MEDIA_FOLDER } from "../host/media/kept-path.ts";
import { systemTimers } from "../host/timers.ts";
import { closedFiles } from "./closed-files.ts";
import { toJson } from "./entry-json.ts";
import { EXIT } from "./exit-code.ts";
import { findEntry } from "./find-entry.ts";
import type { CommandIo } from "./io.ts";
import { loadScripts } from "./load-scripts.ts";
import { type DataOptions, findDataFolder, lookIntoStore } from "./open-store.ts";
import { readCommandConfiguration } from "./read-configuration.ts";
import { readScripts } from "./read-scripts.ts";
import { compareMessages, type SentMessage } from "./replay-comparison.ts";
import { replayJson, replayText } from "./replay-report.ts";
import { UsageError } from "./usage-error.ts";

/** What `gbasic replay` was asked for. */
export interface ReplayOptions extends DataOptions {
  /** The script to run in place of the one that ran. */
  readonly against?: string;
  readonly json: boolean;
}

/** What the store knows of a delivery. */
interface Recorded {
  readonly entry: StoredEntry;
  readonly work: Work | SynchronousRequest;
  readonly sent: readonly SentMessage[];
  readonly runSeed: string;
  readonly journals: ReadonlyMap<string, ReturnType<StoreReader["journalOf"]>>;
}

/**
 * Runs a stored delivery again with effects that are only shown, beside what was sent.
 * @param written its id, or the beginning of it
 * @returns 1 where it would send something else, or fails, or the script is wrong
 * @throws UsageError where the store cannot be read, nothing has that id or it cannot be replayed
 */
export async function replayDelivery(
  written: string,
  options: ReplayOptions,
  io: CommandIo,
): Promise<number> {
  const recorded = await lookIntoStore(options, io, (reader) => record(written, reader));
  const script = options.against ?? scriptOf(recorded.work);
  const program = await loadProgramOf(script, options, io);
  if (program === undefined) return EXIT.findings;
  const media = join(await findDataFolder(options, io), MEDIA_FOLDER);
  const replayed = await run(recorded, { script, media }, program, io);
  const messages = compareMessages(recorded.sent, replayed.sends);
  const failures = replayed.runs.filter(({ failure }) => failure !== undefined);
  const same = failures.length === 0 && messages.every(({ change }) => change === "same");
  const report = { entry: recorded.entry, script, same, replayed, messages };
  io.stdout(options.json ? toJson(replayJson(report)) : replayText(report));
  return same ? EXIT.ok : EXIT.findings;
}

function record(written: string, reader: StoreReader): Recorded {
  const entry = findEntry(written, reader);
  const { id, item, kind, parentId } = entry;
  if (kind === "send") throw new UsageError(storeMessages.notReplayable(id, parentId));
  if (item === undefined || "message" in item) {
    throw new UsageError(storeMessages.nothingToReplay(id));
  }
  const made = reader.descendants(id);
  const sent = made.filter((one) => one.kind === "send");
  const runs = [id, ...made.filter((one) => one.kind === "job").map((one) => one.id)];
  return {
    entry,
    work: item,
    sent: sent.map((one) => ({ entry: one, send: sendOf(one) })),
    runSeed: reader.runSeed(),
    journals: new Map(runs.map((run) => [run, reader.journalOf(run)])),
  };
}

function sendOf({ item }: StoredEntry): SentMessage["send"] {
  return item !== undefined && "message" in item ? item : undefined;
}

function scriptOf(work: Work | SynchronousRequest): string {
  return "args" in work ? work.script : work.handler.script;
}

async function loadProgramOf(
  script: string,
  { against }: ReplayOptions,
  io: CommandIo,
): Promise<Program | undefined> {
  const scripts = await readScripts([script], io.folder).catch((error: unknown) => {
    if (against !== undefined || !(error instanceof UsageError)) throw error;
    throw new UsageError(storeMessages.scriptNotFound(script), { cause: error });
  });
  const { program, diagnostics } = loadScripts(scripts);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const found of errors) io.stderr(`${renderDiagnostic(found)}\n`);
  return errors.length > 0 ? undefined : program;
}

async function run(
  { entry, work, runSeed, journals }: Recorded,
  { script, media }: { readonly script: string; readonly media: string },
  program: Program,
  io: CommandIo,
): Promise<Replayed> {
  const read = await readCommandConfiguration(io);
  if ("errors" in read) throw new UsageError(read.errors[0]);
  const { limits, server, twilio } = read.configuration;
  const { configuration: withoutCredentials } = readConfiguration(new Map());
  if (withoutCredentials === undefined) throw new Error("no settings are no right settings");
  const channels = await createChannels(withoutCredentials, () => {});
  const folder = dirname(resolve(io.folder, script));
  try {
    return await replay(inScript(work, program.scripts[0]?.file.path ?? script), {
      ...{ program, limits, runSeed },
      channels: { ...channels, http: refusingClient },
      twilio: { paths: twilio.paths, publicUrl: server.publicUrl },
      timers: systemTimers,
      zone: server.timezone,
      files: createFileReader({
        folder,
        closed: closedFiles(server, io.folder),
        media,
      }),
      random: { next: () => Math.random(), uuid: () => randomUUID() },
      journalOf: (runId) => journals.get(runId) ?? [],
      startedAt: entry.createdAt,
    });
  } finally {
    await channels.close();
  }
}

/** A replay has the answers of then, and asks nobody for others. */
const refusingClient: HttpClient = {
  call: async ({ method, url }) => {
    throw new ChannelError(httpMessages.notInReplay(callTitle(method, url)), "permanent");
  },
  close: async () => {},
};

/** The script may have another path now than when it ran. */
function inScript(work: Work | SynchronousRequest, script: string): Work | SynchronousRequest {
  return "args" in work ? { ...work, script } : { ...work, handler: { ...work.handler, script } };
}
