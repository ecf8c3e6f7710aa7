import { folderWith, gbasic, type Outcome } from "../cli/command.ts";

/** Limits of which each is reached soon. */
const SMALL = { GBASIC_MAX_STEPS: "20000", GBASIC_MAX_OUTPUT: "100000" };

/** Runs a script that means no good, with small limits. */
export async function runHostile(
  script: string | Uint8Array,
  settings: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const folder = await folderWith({ "script.bas": script });
  return gbasic(["run", "script.bas"], folder, { ...SMALL, ...settings });
}

/** Tells how a run ended: `ok`, or code and place of its error, with the setting that it names. */
export async function endOf(
  script: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, stderr } = await runHostile(script, settings);
  if (code === 0) return "ok";
  const [, place, found] = /^script\.bas:(\d+:\d+) error (GB\d+)/mu.exec(stderr) ?? [];
  if (code !== 1 || place === undefined) throw new Error(`ended with ${code}: ${stderr}`);
  const setting = /GBASIC_\w+/u.exec(stderr)?.[0] ?? (stderr.includes("fixed") ? "fixed" : "");
  return [found, place, setting].join(" ").trim();
}

/** Runs a script that comes to its end, and gives what it printed. */
export async function printedBy(script: string): Promise<string> {
  const { code, stdout, stderr } = await runHostile(script);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}
