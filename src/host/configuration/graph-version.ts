import { doctorMessages } from "../../diagnostics/codes/doctor.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { GRAPH_VERSION, graphVersionEnd } from "../../facts/graph-versions.ts";
import type { Configuration } from "../configuration.ts";
import { PROVIDER_VARIABLES } from "./provider-settings.ts";

const DAY = 86_400_000;
/** Long enough to plan a change, and short enough that a new version is out. */
const NOTICE = 180 * DAY;
/** The last part of an address of the Graph API. */
const VERSION = /\/(v\d+\.\d+)$/i;

const STANDARD = "WHATSAPP_API_URL";

/** A setting with a version that Meta has ended or soon ends. */
export interface EndingVersion {
  /** `WHATSAPP_API_URL`. */
  readonly variable: string;
  readonly isOver: boolean;
  readonly message: Message;
}

/** Finds settings whose version of the Graph API has ended or ends soon. @param now in ms since 1970-01-01 UTC */
export function endingVersions(
  { whatsapp, providers }: Configuration,
  now: number,
): readonly EndingVersion[] {
  const found = new Map<string, string>();
  for (const provider of whatsapp.providers) {
    // WhatsAble has an interface of its own.
    if (provider === "whatsable") continue;
    const { apiUrl } = provider === "meta" ? whatsapp : providers[provider];
    if (apiUrl === undefined) continue;
    const [own] = provider === "meta" ? [STANDARD] : PROVIDER_VARIABLES[provider].sending;
    // SuperWaba has that of Meta where it has none of its own, which is told of once.
    found.set(apiUrl === whatsapp.apiUrl ? STANDARD : own, apiUrl);
  }
  return [...found].flatMap(([variable, url]) => endingVersion(variable, url, now));
}

function endingVersion(variable: string, url: string, now: number): readonly EndingVersion[] {
  const version = VERSION.exec(url)?.[1]?.toLowerCase();
  const end = version === undefined ? undefined : graphVersionEnd(version);
  if (version === undefined || end === undefined || end - now > NOTICE) return [];
  const isOver = end <= now;
  const day = new Date(end).toISOString().slice(0, 10);
  const instead = `${variable}=${url.replace(VERSION, `/${GRAPH_VERSION}`)}`;
  return [{ variable, isOver, message: doctorMessages.versionEnds(version, day, isOver, instead) }];
}
