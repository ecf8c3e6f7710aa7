import type { ChannelDescription } from "../channels/create-channels.ts";
import type { Program } from "../compile/script.ts";
import { describeVerification } from "../server/exposure.ts";
import { type HandlerDeclaration, handlerName } from "../host/handler.ts";
import { twilioPathOf } from "../host/twilio-paths.ts";
import type { HttpSettings } from "../server/settings.ts";
import { toColumns } from "./to-columns.ts";

/** Tells what is served and where messages go, one line each. */
export function describeService(
  program: Program,
  channels: readonly ChannelDescription[],
  settings: HttpSettings,
): string {
  const routes = program.handlers.map(({ declaration, script, span }) => [
    placeOf(declaration, script.file.path, settings),
    declaration.kind === "send-failed"
      ? "messages that failed for good"
      : describeVerification(declaration.verification, settings),
    `${script.file.path}:${String(script.file.position(span.start).line)}`,
  ]);
  const ways = channels.map(({ name, mode, detail }) => [`channel ${name}`, mode, detail]);
  return toColumns([...routes, ...ways]);
}

function placeOf(declaration: HandlerDeclaration, script: string, settings: HttpSettings): string {
  const name = handlerName(declaration);
  if (declaration.kind === "whatsapp") return `${name} at ${settings.whatsappPath}`;
  if (declaration.kind !== "twilio" || declaration.path !== undefined) return name;
  return `${name} at ${twilioPathOf(declaration, script, settings.twilioPaths)}`;
}
