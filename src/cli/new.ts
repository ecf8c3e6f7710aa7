import { mkdir, readdir, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { newProjectMessages } from "../diagnostics/codes/new-project.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { type ProjectFile, readTemplate, writeProject } from "./project-template.ts";
import { isMissing, reasonOf } from "./unreadable.ts";
import { UsageError } from "./usage-error.ts";

/** What `gbasic new` was asked for. */
export interface NewOptions {
  /** Undefined for the name of the folder. */
  readonly name: string | undefined;
  /** Make the project in the working folder. */
  readonly here: boolean;
}

/** The folder of this package, whether this is the source or a bundle of it. */
const ROOT = join(import.meta.dirname, "../..");
/** A name of npm's that is also a plain folder everywhere. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,99}$/;
/** npm would take the package for this one, or for its own folder. */
const TAKEN: ReadonlySet<string> = new Set([packageJson.name, "node_modules"]);

/**
 * Makes a project that passes its own tests.
 * @throws UsageError GB5450 to GB5455 where it cannot; nothing is written then
 */
export async function newProject({ name, here }: NewOptions, io: CommandIo): Promise<number> {
  const values = { NAME: nameOf(name, here, io.folder), GBASIC: ownPackage() };
  const files = await readTemplate(values);
  const folder = here ? io.folder : join(io.folder, values.NAME);
  if (here) await refuseLoss(folder, files);
  else await makeFolder(folder, values.NAME);
  await writeProject(folder, files).catch((error: unknown) => {
    throw unwritable(here ? "the folder" : values.NAME, error);
  });
  io.stdout(overview(values.NAME, here, files));
  if (isCheckout()) io.stdout(`\nit takes gbasic from ${ROOT}, where this command is\n`);
  return EXIT.ok;
}

/** What npm is to install as gbasic: a checkout has a version that may not be published. */
function ownPackage(): string {
  return isCheckout() ? `file:${ROOT.replaceAll("\\", "/")}` : `^${packageJson.version}`;
}

function isCheckout(): boolean {
  return !ROOT.split(sep).includes("node_modules");
}

/** @throws UsageError GB5450 or GB5451 for a name that is missing or impossible */
function nameOf(given: string | undefined, here: boolean, folder: string): string {
  if (given === undefined && !here) throw new UsageError(newProjectMessages.noName());
  const name = given ?? plain(basename(folder)) ?? "bot";
  if (NAME.test(name) && !TAKEN.has(name)) return name;
  throw new UsageError(newProjectMessages.badName(name, plain(name)));
}

/** Makes a name of what somebody wrote; undefined where nothing is left of it. */
function plain(written: string): string | undefined {
  const made = written
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9_-]+/g, "-")
    .replaceAll(/^[-_]+|[-_]+$/g, "")
    .slice(0, 100);
  return NAME.test(made) && !TAKEN.has(made) ? made : undefined;
}

/** @throws UsageError GB5452, GB5453 or GB5455 where it cannot be made, or is there and not empty */
async function makeFolder(folder: string, name: string): Promise<void> {
  try {
    const present = await stat(folder).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (present?.isDirectory() === false) throw new UsageError(newProjectMessages.isFile(name));
    if (present !== undefined && (await readdir(folder)).length > 0) {
      throw new UsageError(newProjectMessages.notEmpty(name));
    }
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw error instanceof UsageError ? error : unwritable(name, error);
  }
}

/** @throws UsageError GB5454 where a file would be written over */
async function refuseLoss(folder: string, files: readonly ProjectFile[]): Promise<void> {
  const present: string[] = [];
  for (const { path } of files) {
    const isThere = await stat(join(folder, path)).then(
      () => true,
      () => false,
    );
    if (isThere) present.push(path);
  }
  if (present.length > 0) throw new UsageError(newProjectMessages.alreadyThere(present));
}

function unwritable(path: string, error: unknown): UsageError {
  const detail = newProjectMessages.unwritable(path, reasonOf(error));
  return new UsageError(detail, { cause: error });
}

function overview(name: string, here: boolean, files: readonly ProjectFile[]): string {
  const scripts = files.filter(({ path }) => /^scripts\/[^.]+\.bas$/.test(path));
  return [
    `${name}: ${scripts.map(({ path }) => path).join(", ")}, each with its tests`,
    "",
    ...(here ? [] : [`  cd ${name}`]),
    "  npm install",
    "  npm test     runs the tests, offline",
    "  npm start    serves the scripts on http://127.0.0.1:3000",
    "",
  ].join("\n");
}
