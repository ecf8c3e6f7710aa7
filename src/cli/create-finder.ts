import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LoadOptions } from "../compile/program.ts";
import { readConfiguration } from "../host/configuration.ts";
import { readEnvironment } from "../host/configuration/environment.ts";
import { whatsAppPaths } from "../host/configuration/provider-settings.ts";
import { findShadowedRoutes } from "../routes/route-diagnostics.ts";
import type { StandardPaths } from "../routes/route-table.ts";
import { findUnheardPaths } from "../routes/unheard-paths.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { CommandIo } from "./io.ts";
import { type LoadableScripts, loadScripts } from "./load-scripts.ts";
import { isTestPath } from "./locate-scripts.ts";
import { lookBeside } from "./look-at-files.ts";
import type { ReadScripts } from "./read-scripts.ts";

/** Finds what is wrong with scripts and files of tests, by file, then by place. */
export type Finder = (scripts: LoadableScripts) => readonly Diagnostic[];

/**
 * Makes a finder for these scripts; the language of tests is loaded only where one of them needs it.
 * @param io the folder that the paths of the files start from, and the settings that a check looks at
 */
export async function createFinder(
  { files, places }: Pick<ReadScripts, "files" | "places">,
  { folder, environment }: Pick<CommandIo, "folder" | "environment">,
): Promise<Finder> {
  const { values } = await readEnvironment(folder, environment);
  const sendsThroughTwilio = values.get("WHATSAPP_SEND_THROUGH")?.toLowerCase() === "twilio";
  const standard = standardPaths(values);
  // A script that is named by itself may name the path of another one.
  const isWhole = places.every(({ isOfFolder }) => isOfFolder);
  const findInRoutes: LoadOptions["findInRoutes"] = (handlers, written) => [
    ...findShadowedRoutes(handlers, standard),
    ...(isWhole ? findUnheardPaths(handlers, standard, written()) : []),
  ];
  const look = lookBeside(places);
  const findInScripts: Finder = (scripts) =>
    loadScripts(scripts, { sendsThroughTwilio, look, findInRoutes }).diagnostics;
  if (!files.some(isTest)) return findInScripts;
  const { TestLoader } = await import("../testing/test-loader.ts");
  const { CurrentBed } = await import("../testing/current-bed.ts");
  const { findMissing } = await import("./tested-programs.ts");
  const loader = new TestLoader(new CurrentBed());
  return ({ files: all, included }) => {
    const findInTests = (file: SourceFile): readonly Diagnostic[] => {
      const loaded = loader.load(file, included);
      return [...findMissing(loaded, resolve(folder, file.path), folder), ...loaded.diagnostics];
    };
    return [
      ...findInScripts({ files: all.filter((file) => !isTest(file)), included }),
      ...all.filter(isTest).flatMap(findInTests),
    ].sort((one, other) => all.indexOf(one.file) - all.indexOf(other.file));
  };
}

/** Paths of settings that `serve` would refuse are taken for those of settings that are not set. */
function standardPaths(values: ReadonlyMap<string, string>): StandardPaths {
  const configuration =
    readConfiguration(values).configuration ?? readConfiguration(new Map()).configuration;
  if (configuration === undefined) throw new Error("no settings at all are wrong");
  return {
    whatsappPaths: whatsAppPaths(configuration),
    twilioPaths: configuration.twilio.paths,
    // The machine that checks need not know the address of the server.
    asksForStatuses: true,
  };
}

function isTest({ path }: SourceFile): boolean {
  return isTestPath(path);
}
