import type { HandlerDeclaration } from "../../host/handler.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { fieldPayload, metaPayload } from "./meta-payload.ts";
import type { Shape } from "./payload-shape.ts";

const WHATSAPP =
  /whatsapp_business_account|\bchanges ?\[[^\]]{0,40}\] ?\. ?value ?\. ?(?:messages|statuses)\b/iu;
const PART_OF_ENVELOPE = /\b(?:entry|changes)\b/iu;
/** Facebook and Instagram send an envelope of the same kind with other things in it. */
const OTHERS = /["'](?:instagram|page)["']/iu;

/**
 * Finds the bodies in which the body of the request is a delivery of WhatsApp, with its shape: those
 * of ON WHATSAPP, and others whose code, or that of the only handler of a script, is about it alone.
 */
export function whatsAppBodies({ script, bodies }: LintedScript): ReadonlyMap<CheckedBody, Shape> {
  const { text } = script.file;
  const found = new Map<CheckedBody, Shape>();
  for (const { declaration, body } of script.handlers) {
    const shape = shapeFor(declaration, textOf(body, text), text);
    if (shape !== undefined) found.set(body, shape);
  }
  const isAll = script.handlers.length > 0 && found.size === script.handlers.length;
  for (const body of bodies) {
    if (body.kind === "handler" || OTHERS.test(text)) continue;
    if (isAll || WHATSAPP.test(textOf(body, text))) found.set(body, metaPayload);
  }
  return found;
}

/** @param own the text of the handler, and `all` that of the whole script */
function shapeFor(declaration: HandlerDeclaration, own: string, all: string): Shape | undefined {
  if (declaration.kind === "whatsapp") {
    return declaration.event === "field" ? fieldPayload : metaPayload;
  }
  if (declaration.kind !== "webhook" || OTHERS.test(all)) return undefined;
  const isByPath = /whatsapp/iu.test(declaration.path) && PART_OF_ENVELOPE.test(all);
  const isByWords = /whatsapp/iu.test(own) && hasEnvelope(own);
  return isByPath || isByWords || WHATSAPP.test(own) ? metaPayload : undefined;
}

/** A delivery of Meta begins with two members of which other services have one at most. */
function hasEnvelope(text: string): boolean {
  const entry = text.search(/\bentry\b/iu);
  return entry !== -1 && /\bchanges\b/iu.test(text.slice(entry));
}

function textOf({ block }: CheckedBody, text: string): string {
  const [first, last] = [block[0], block.at(-1)];
  return first === undefined || last === undefined ? "" : text.slice(first.start, last.end);
}
