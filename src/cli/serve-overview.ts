import type { ChannelDescription } from "../channels/create-channels.ts";
import type { Program } from "../compile/script.ts";
import { describeVerification } from "../server/exposure.ts";
import { routeName } from "../server/route-diagnostics.ts";
import type { HttpSettings } from "../server/settings.ts";

/** Tells what is served and where messages go, one line each. */
export function describeService(
  program: Program,
  channels: readonly ChannelDescription[],
  settings: HttpSettings,
): string {
  const routes = program.handlers.map(({ declaration, script, span }) => [
    routeName(declaration),
    describeVerification(declaration.verification, settings),
    `${script.file.path}:${String(script.file.position(span.start).line)}`,
  ]);
  const ways = channels.map(({ name, mode, detail }) => [`channel ${name}`, mode, detail]);
  return toColumns([...routes, ...ways]);
}

function toColumns(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1)];
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  return lines.map((cells) => `${cells.join("  ").trimEnd()}\n`).join("");
}
