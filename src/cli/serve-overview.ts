import type { ChannelDescription } from "../channels/create-channels.ts";
import type { Program } from "../compile/script.ts";
import { describeVerification } from "../server/exposure.ts";
import { routeName } from "../server/route-diagnostics.ts";
import type { HttpSettings } from "../server/settings.ts";
import { toColumns } from "./to-columns.ts";

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
