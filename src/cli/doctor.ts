import { resolve } from "node:path";
import type { Program } from "../compile/script.ts";
import { type Configuration, readConfiguration } from "../host/configuration.ts";
import { readEnvironment } from "../host/configuration/environment.ts";
import { whatIsMissing } from "../host/configuration/needs.ts";
import { RouteTable } from "../routes/route-table.ts";
import type { HttpSettings } from "../server/settings.ts";
import { describeChannels } from "../channels/create-channels.ts";
import { checkFallback } from "./check-fallback.ts";
import { checkData } from "./doctor/check-data.ts";
import {
  checkClock,
  checkGraphVersions,
  checkPublicUrl,
  checkTls,
} from "./doctor/check-machine.ts";
import { checkOnline } from "./doctor/check-online.ts";
import { checkRoutes } from "./doctor/check-routes.ts";
import { type Finding, findingOf } from "./doctor/finding.ts";
import { reportJson, reportText } from "./doctor/report.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { loadServedScripts } from "./serve-scripts.ts";
import { httpSettings } from "./serve-settings.ts";

/** What `gbasic doctor` was asked for. */
export interface DoctorOptions {
  /** Files and folders of scripts; without one, the settings and the machine are looked at alone. */
  readonly paths: readonly string[];
  readonly production: boolean;
  /** True where services may be called. */
  readonly online: boolean;
  readonly json: boolean;
  /** The folder of the store. */
  readonly data?: string;
}

/**
 * Looks at everything that `gbasic serve` needs, and tells what works, what is simulated and what is missing.
 * @param now the clock, in ms since 1970-01-01 UTC
 * @returns 1 where something is in the way
 * @throws UsageError for a path that cannot be read
 */
export async function doctor(
  options: DoctorOptions,
  io: CommandIo,
  now: () => number = Date.now,
): Promise<number> {
  const findings = await findingsOf(options, io, now);
  io.stdout(options.json ? reportJson(findings) : reportText(findings));
  return findings.some(({ state }) => state === "error") ? EXIT.findings : EXIT.ok;
}

async function findingsOf(
  options: DoctorOptions,
  io: CommandIo,
  now: () => number,
): Promise<readonly Finding[]> {
  const environment = await readEnvironment(io.folder, io.environment);
  const { configuration, messages } = readConfiguration(environment.values);
  const fallback = configuration === undefined ? [] : checkFallback(configuration);
  const told = [...environment.messages, ...messages, ...fallback].map((message) =>
    findingOf("settings", "settings", message),
  );
  if (configuration === undefined) return [...told, checkClock(now())];
  const isProduction = options.production || configuration.server.production;
  const server = { ...configuration.server, production: isProduction };
  const settled = { ...configuration, server };
  const http = httpSettings(settled, false);
  const own = told.length > 0 ? told : [settingsAreRight];
  const scripts = await scriptFindings(options, io, settled, http);
  return [
    ...own,
    ...checkGraphVersions(settled, now()),
    ...scripts.findings,
    checkClock(now()),
    checkPublicUrl(server),
    ...(await checkTls(server, io.folder, now())),
    ...checkData(resolve(io.folder, options.data ?? server.data)),
    ...(options.online ? await checkOnline(settled, now, scripts.paths) : []),
  ];
}

const settingsAreRight: Finding = {
  ...{ area: "settings", subject: "settings", state: "ok", text: "all that are set are right" },
};

/** What there is to say of the scripts, and the paths on which their handlers take a POST. */
interface ScriptFindings {
  readonly findings: readonly Finding[];
  /** Undefined where no scripts are looked at. */
  readonly paths: ReadonlySet<string> | undefined;
}

function withoutScripts(configuration: Configuration): ScriptFindings {
  const text =
    "none were named, so nothing is said of handlers; `gbasic doctor scripts/` looks at them too";
  const own = { area: "scripts", subject: "scripts", state: "ok", text } as const;
  return { findings: [own, ...channelFindings(configuration)], paths: undefined };
}

async function scriptFindings(
  { paths }: DoctorOptions,
  { folder }: CommandIo,
  configuration: Configuration,
  http: HttpSettings,
): Promise<ScriptFindings> {
  if (paths.length === 0) return withoutScripts(configuration);
  const { program, findings } = await loadServedScripts({ paths, folder }, http, configuration);
  const own = { area: "scripts", subject: paths.join(" ") } as const;
  const told = findings.map((text): Finding => ({
    ...own,
    state: program === undefined ? "error" : "warning",
    text,
  }));
  if (program === undefined) return { findings: told, paths: new Set() };
  const count = program.handlers.length;
  const text = `${String(count)} ${count === 1 ? "handler" : "handlers"} to serve`;
  const { routes } = new RouteTable(program.handlers, http);
  const taking = routes.filter(({ method }) => method === "POST" || method === "ANY");
  return {
    findings: [
      ...told,
      { ...own, state: "ok", text },
      ...channelFindings(configuration),
      ...missingFindings(program, configuration, http),
      ...checkRoutes(program, configuration, http),
    ],
    paths: new Set(taking.map(({ path }) => path)),
  };
}

function channelFindings(configuration: Configuration): readonly Finding[] {
  return describeChannels(configuration).map(({ name, mode, detail }): Finding => {
    const own = { area: "channels", subject: name } as const;
    if (mode === "live") return { ...own, state: "ok", text: `live: ${detail}` };
    return { ...own, state: "simulated", text: detail };
  });
}

/** What production lacks is in its way there, and worth knowing before. */
function missingFindings(
  program: Program,
  configuration: Configuration,
  http: HttpSettings,
): readonly Finding[] {
  const needs = new Set(program.scripts.flatMap((script) => [...script.needs]));
  const { routes } = new RouteTable(program.handlers, http);
  const verifications = new Set(routes.map(({ verification }) => verification));
  const state = configuration.server.production ? undefined : "warning";
  return whatIsMissing(configuration, needs, verifications).map((message) =>
    findingOf("channels", "production", message, state),
  );
}
