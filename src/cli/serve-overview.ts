import type { ChannelDescription } from "../channels/create-channels.ts";
import type { Program } from "../compile/script.ts";
import { describeVerification } from "../server/exposure.ts";
import { handlerName } from "../host/handler.ts";
import type { HttpSettings } from "../server/settings.ts";
import { toColumns } from "./to-columns.ts";

/** Tells what is served and where messages go, one line each. */
export function describeService(
  program: Program,
  channels: readonly ChannelDescription[],
  settings: HttpSettings,
): string {
  const routes = program.handlers.map(({ declaration, script, span }) => [
    declaration.kind === "webhook"
      ? handlerName(declaration)
      : `${handlerName(declaration)} at ${settings.whatsappPath}`,
    describeVerification(declaration.verification, settings),
    `${script.file.path}:${String(script.file.position(span.start).line)}`,
  ]);
  const ways = channels.map(({ name, mode, detail }) => [`channel ${name}`, mode, detail]);
  return toColumns([...routes, ...ways]);
}
