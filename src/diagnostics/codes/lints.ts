import type { Message } from "../diagnostic.ts";
import { info, warning } from "../message.ts";
import { proposal } from "../suggest.ts";
import { phraseMessages } from "./phrases.ts";

/** Why a step into a payload finds nothing: no such member, an item of no list, a list, a text. */
export type StepFault = "no-member" | "no-list" | "list" | "text";

const NEVER: Readonly<Record<StepFault, (name: string) => string>> = {
  "no-member": (name) => `no WhatsApp payload has ${name} here`,
  "no-list": () => "no WhatsApp payload has a list here, so an index finds nothing",
  list: (name) => `a WhatsApp payload has a list here, and a list has no ${name}`,
  text: (name) => `a WhatsApp payload has a text here, and a text has no ${name}`,
};

/** A header as a name and parameters. */
interface Header {
  readonly name: string;
  readonly parameters: readonly string[];
}
/** How gbasic reads a header, and how it should be written where that is what is meant, or not. */
export interface HeaderReading {
  readonly kind: "sub" | "function";
  readonly read: Header;
  readonly meant: Header;
}

/** A recipient as the script writes it, where that is short. */
export interface Recipient {
  readonly written: string | undefined;
  /** True where brackets around it are needed to compare it. */
  readonly isPhrase: boolean;
}
/** What takes the place of a hidden number. */
export interface SenderId {
  readonly written: string;
  /** The line where it can be taken, where the one with the SEND does not see it. */
  readonly line: number | undefined;
}

function testBefore(statement: string, { written, isPhrase }: Recipient): string {
  if (written === undefined) return "keep it in a variable, and test that before";
  return `test it before: IF ${isPhrase ? `(${written})` : written} <> "" THEN ${statement} …`;
}

const VERIFY_TOKEN = "WHATSAPP_VERIFY_TOKEN";
const HANDSHAKE =
  "gbasic then answers the handshake by itself, where no handler for GET is on the path";

/** GB1104: headers; GB250x and GB251x: what works, but most likely not as it is meant. */
export const lintMessages = {
  unusedProcedure: (kind: "SUB" | "FUNCTION", name: string) =>
    warning(
      "GB2501",
      `the ${kind} ${name} is never used`,
      `remove it, or call it by its name: ${kind === "SUB" ? name : `PRINT ${name}(…)`}`,
    ),
  ambiguousHeader: ({ kind, read, meant }: HeaderReading) =>
    warning(
      "GB1104",
      `it is not clear where the name of this ${kind.toUpperCase()} ends; it is read as ${read.name} ${read.parameters.length === 0 ? "without parameters" : `with ${read.parameters.join(", ")}`}`,
      `write ${kind.toUpperCase()} ${meant.name}(${meant.parameters.join(", ")})`,
    ),
  unusedVariable: (name: string) =>
    info("GB2502", `${name} is set, but never read`, "remove it, or read it where it was meant"),
  missingRecipient: (statement: string, recipient: Recipient, senderId: SenderId | undefined) =>
    warning(
      "GB2503",
      `${recipient.written ?? "the recipient"} can be null here, and then ${statement} sends nothing`,
      senderId === undefined
        ? testBefore(statement, recipient)
        : `people can hide their number; where it is null, take ${senderId.written}${senderId.line === undefined ? "" : ` in line ${String(senderId.line)}`}`,
    ),
  neverInPlainHandler: (
    member: string,
    item: string,
    statement: string | undefined,
    canBeRaw: boolean,
  ) =>
    warning(
      "GB2504",
      `${member} are never in the payload here, as this handler runs once for each ${item}`,
      `write ${[
        ...(statement === undefined ? [] : [`a handler ${statement}`]),
        ...(canBeRaw || statement === undefined
          ? ["RAW before DO to get every delivery whole"]
          : []),
      ].join(", or ")}`,
    ),
  unescapedTwiml: (written: string, isList: boolean) =>
    warning(
      "GB2505",
      `${written} comes from outside and is not escaped, so an & or < in it breaks the TwiML`,
      isList ? "put each text in it through XMLESCAPE" : `write XMLESCAPE(${written})`,
    ),
  writtenSecret: (title: string, setting: string | undefined) =>
    warning(
      "GB2506",
      `${title} is written in the script, where everybody who reads it has it`,
      setting === undefined
        ? "take it out, and get a new one where it is from"
        : `take it out, and set ${setting} in .env to a new one${setting === VERIFY_TOKEN ? `; ${HANDSHAKE}` : ""}`,
    ),
  neverInPayload: (name: string, reason: StepFault, proposed: string | undefined) =>
    warning("GB2507", NEVER[reason](name), proposal(proposed)),
  printedInVain: () =>
    warning(
      "GB2508",
      "this value takes the place of what PRINT wrote before, which is lost",
      "answer with PRINT alone and end with RETURN, or with RETURN value alone",
    ),
  mixedResponse: () =>
    info(
      "GB2509",
      "this handler answers with RETURN here and with PRINT elsewhere",
      "answer in one way, so that a reader sees what is sent",
    ),
  printedHere: () => "PRINT is here",
  resultVariable: (name: string) =>
    warning(
      "GB2510",
      `${name} is no part of the response of ON WEBHOOK`,
      /STATUS/iu.test(name)
        ? "write SET RESPONSE STATUS TO …"
        : `write RETURN { "${name.toLowerCase().replace(/^result_/u, "")}": … }`,
    ),
  swallowedChain: (phrase: string) =>
    warning(
      "GB2277",
      "all of this is the last value of the phrase before it",
      `write (${phrase}) + … where the phrase ends earlier; where it is meant so, put all of this in brackets`,
    ),
  bareMethod: (name: string) =>
    warning(
      "GB2515",
      `${name} without brackets is no call: it reads a member of that name, which is null`,
      `write .${name}() with brackets`,
    ),
  doubledEquals: (mark: string, target: string) =>
    warning(
      "GB2516",
      `${mark} compares inside an expression; at the beginning of a line it sets ${target}`,
      `write ${target} = … to set it, or IF ${target} ${mark} … THEN to compare`,
    ),
  textAsComment: () =>
    warning(
      "GB2517",
      "this is a comment, as no second ' follows on the line, so PRINT writes an empty line",
      'put the text between double quotes: PRINT "…"; a comment has a blank behind its \'',
    ),
  misplacedFailure: (handler: string) =>
    warning(
      "GB2518",
      `a run of ${handler} follows no failure, so GET FAILED MESSAGE ends it`,
      "use it in an ON SEND FAILED block, and hand its members to the SUBs that it spawns",
    ),
  comesFromHere: () => "its value comes from here",
};

/** Tells whether a finding rests on one statement alone, whatever the lines around it are meant to be. */
export function isAboutOneStatement({ code }: Message): boolean {
  return STANDING_ALONE.has(code);
}

const STANDING_ALONE: ReadonlySet<string> = new Set(
  [
    lintMessages.swallowedChain(""),
    lintMessages.bareMethod(""),
    lintMessages.doubledEquals("", ""),
    lintMessages.textAsComment(),
    phraseMessages.disregardedBase(),
    phraseMessages.disregardedCase(),
  ].map(({ code }) => code),
);

/** Tells whether a finding is that nothing calls a SUB or FUNCTION. */
export function isAboutUnusedProcedure({ code }: Message): boolean {
  return code === lintMessages.unusedProcedure("SUB", "").code;
}
