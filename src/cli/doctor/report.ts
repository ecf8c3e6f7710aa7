import { toJson } from "../entry-json.ts";
import { AREAS, type Finding, type FindingState } from "./finding.ts";

const TITLES: Readonly<Record<Finding["area"], string>> = {
  settings: "Settings",
  scripts: "Scripts",
  channels: "Channels",
  routes: "What providers call",
  machine: "This machine",
  online: "Asked the services",
};

const SIGNS: Readonly<Record<FindingState, string>> = {
  ok: "ok       ",
  simulated: "simulated",
  warning: "warning  ",
  error: "error    ",
};

/** Writes findings for a person, by area. */
export function reportText(findings: readonly Finding[]): string {
  const areas = AREAS.flatMap((area) => {
    const own = findings.filter((finding) => finding.area === area);
    return own.length === 0 ? [] : [`${TITLES[area]}\n${own.map(findingText).join("")}`];
  });
  return `${areas.join("\n")}\n${summaryOf(findings)}\n`;
}

/** Writes findings for programs. */
export function reportJson(findings: readonly Finding[]): string {
  const ok = findings.every(({ state }) => state !== "error");
  return toJson({ ok, findings });
}

function findingText({ state, subject, text, code, hint }: Finding): string {
  const coded = code === undefined ? text : `${code}: ${text}`;
  const [first = "", ...rest] = coded.trimEnd().split("\n");
  const lines = hint === undefined ? rest : [...rest, `hint: ${hint}`];
  const below = lines.map((line) => `             ${line}\n`).join("");
  return `  ${SIGNS[state]}  ${subject}: ${first}\n${below}`;
}

function summaryOf(findings: readonly Finding[]): string {
  const count = (wanted: FindingState) => findings.filter(({ state }) => state === wanted).length;
  const errors = count("error");
  const warnings = count("warning");
  if (errors === 0 && warnings === 0) return "nothing is in the way";
  const parts = [plural(errors, "error"), plural(warnings, "warning")];
  return parts.filter((part) => part !== "").join(", ");
}

function plural(count: number, word: string): string {
  if (count === 0) return "";
  return `${String(count)} ${word}${count === 1 ? "" : "s"}`;
}
