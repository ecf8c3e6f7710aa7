import { X509Certificate } from "node:crypto";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { doctorMessages } from "../../diagnostics/codes/doctor.ts";
import type { Configuration } from "../../host/configuration.ts";
import { endingVersions } from "../../host/configuration/graph-version.ts";
import { isLoopbackName } from "../../server/verify/local-request.ts";
import { StartupError } from "../../server/startup-error.ts";
import { readTlsPair } from "../../server/tls.ts";
import { type Finding, findingOf } from "./finding.ts";

const DAY = 86_400_000;
/** Clocks of a day's difference are another time zone taken for UTC, not drift. */
const BEHIND = DAY;
const CERTIFICATE_NOTICE = 21 * DAY;

/** Looks at the clock, in ms since 1970-01-01 UTC: it cannot be before gbasic was made. */
export function checkClock(now: number): Finding {
  const made = statSync(import.meta.filename).mtimeMs;
  const shown = new Date(now).toISOString();
  if (now + BEHIND < made) return findingOf("machine", "clock", doctorMessages.clockBehind(shown));
  return { area: "machine", subject: "clock", state: "ok", text: `it is ${shown}` };
}

/** Looks at the address that providers call. */
export function checkPublicUrl({ publicUrl }: Configuration["server"]): Finding {
  const subject = "PUBLIC_URL";
  if (publicUrl === undefined) return findingOf("machine", subject, doctorMessages.noPublicUrl());
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== "https:" || isLoopbackName(hostname)) {
    return findingOf("machine", subject, doctorMessages.notReachable(publicUrl));
  }
  return { area: "machine", subject, state: "ok", text: publicUrl };
}

/** Looks at the certificate that the server itself shows, where it does. */
export async function checkTls(
  { tls }: Configuration["server"],
  folder: string,
  now: number,
): Promise<readonly Finding[]> {
  if (tls === undefined) return [];
  try {
    const pair = await readTlsPair({
      certificate: resolve(folder, tls.certificate),
      key: resolve(folder, tls.key),
    });
    const end = new X509Certificate(pair.cert).validToDate;
    const left = end.getTime() - now;
    const shown = end.toISOString().slice(0, 10);
    if (left < CERTIFICATE_NOTICE) {
      return [findingOf("machine", "TLS_CERT", doctorMessages.certificateEnds(shown, left < 0))];
    }
    return [{ area: "machine", subject: "TLS_CERT", state: "ok", text: `valid until ${shown}` }];
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return error.details.map((detail) => findingOf("machine", "TLS_CERT", detail));
  }
}

/** Looks for how long Meta keeps the versions of its API that the settings name. */
export function checkGraphVersions(configuration: Configuration, now: number): readonly Finding[] {
  return endingVersions(configuration, now).map(({ variable, isOver, message }) =>
    findingOf("settings", variable, message, isOver ? "error" : "warning"),
  );
}
