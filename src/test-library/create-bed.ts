import { findClosedFiles } from "../cli/closed-files.ts";
import { readTestConfiguration } from "../cli/test-configuration.ts";
import { processIo } from "../cli/io.ts";
import { createScriptLoader, type LoadScripts } from "../cli/load-scripts.ts";
import { readScripts } from "../cli/read-scripts.ts";
import { UsageError } from "../cli/usage-error.ts";
import type { Program } from "../compile/script.ts";
import { createFileReader } from "../delivery/file-reader.ts";
import { SourceFile } from "../source/source-file.ts";
import { TestBed } from "../testing/test-bed.ts";
import { wrongSetting } from "../testing/test-environment.ts";
import { bedError, faultyScripts } from "./bed-error.ts";
import { noHttpMock } from "./http-mock.ts";
import { ScriptBed } from "./script-bed.ts";

/** What a bed is made of: scripts that are in files, or the text of one. */
export type BedOptions = (
  | {
      /** The path of a script or folder, or several of them. */
      readonly script: string | readonly string[];
      readonly text?: never;
    }
  | {
      /** A script as it would be in its file. It cannot INCLUDE anything. */
      readonly text: string;
      readonly script?: never;
    }
) & {
  /** The folder that paths start from, also those of files that scripts read; that of the process unless given. */
  readonly folder?: string;
  /** Settings that decide how scripts run, as in the environment: `GBASIC_TIMEZONE`, `WHATSAPP_PATH` … */
  readonly settings?: Readonly<Record<string, string>>;
  /** What the clock shows at first; 2026-01-01 12:00 UTC unless given. */
  readonly startsAt?: Date;
};

/** 2026-01-01 12:00 UTC, as for tests in BASIC. */
const STARTS_AT = new Date(Date.UTC(2026, 0, 1, 12));

let load: LoadScripts | undefined;

/**
 * Makes a server of its own for scripts. It has to be closed at the end of the test.
 * @throws BedError for scripts that are missing or have errors, with all of them, and for wrong settings
 */
export async function testBed(options: BedOptions): Promise<ScriptBed> {
  try {
    return await createBed(options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw bedError(error.detail, { cause: error });
  }
}

async function createBed(options: BedOptions): Promise<ScriptBed> {
  const { folder = process.cwd(), settings = {}, startsAt = STARTS_AT } = options;
  const wrong = Object.keys(settings)
    .map(wrongSetting)
    .find((one) => one !== undefined);
  if (wrong !== undefined) throw bedError(wrong);
  const configuration = readTestConfiguration({ environment: settings });
  const closed = await findClosedFiles({ ...processIo(), folder });
  const bed = new TestBed({
    program: await programOf(options, folder),
    files: createFileReader({ folder, closed }),
    configuration,
    startsAt: startsAt.getTime(),
    otherCalls: noHttpMock,
  });
  await bed.start();
  return new ScriptBed(bed);
}

async function programOf({ script, text }: BedOptions, folder: string): Promise<Program> {
  // One grammar serves all beds of the process: it takes longer to make than most scripts to run.
  load ??= createScriptLoader({ lints: "errors", doubles: true });
  const { program, diagnostics } = load(
    text === undefined
      ? await readScripts(typeof script === "string" ? [script] : [...script], folder)
      : { files: [new SourceFile("script.bas", text)], included: new Map() },
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw faultyScripts(errors);
  return program;
}
