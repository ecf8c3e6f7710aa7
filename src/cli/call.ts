import { sendMessages } from "../diagnostics/codes/send.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { visible } from "../diagnostics/visible.ts";
import type { Configuration } from "../host/configuration.ts";
import { renderError } from "../runtime/render-error.ts";
import { callForm, gatherForm, type TwilioCall } from "../testing/events/twilio/call-forms.ts";
import type { TwilioForm } from "../testing/events/twilio/form.ts";
import type { Element } from "@xmldom/xmldom";
import { readTwiml } from "../testing/read-twiml.ts";
import { type Caller, type Onward, playVerbs } from "./call-verbs.ts";
import { EXIT } from "./exit-code.ts";
import type { InputIo } from "./io.ts";
import { postRequest } from "./post-request.ts";
import { readSendSettings } from "./send-settings.ts";
import { targetOf } from "./send-target.ts";
import {
  commonFields,
  missingToken,
  newSid,
  type Numbers,
  twilioRequest,
  type TwilioSigning,
} from "./twilio-request.ts";

/** What `gbasic call` was asked for. */
export interface PhoneOptions extends TwilioSigning, Numbers {
  readonly sid?: string;
}

/** How often a script may send a call on before the caller says anything. */
const MOST_TURNS = 50;

/**
 * Plays a call: posts it to a server, shows what a caller would hear, and posts what is typed.
 * @param address a URL or a path, as for `gbasic send`
 * @returns 1 where an answer is not 2xx, no TwiML, or missing
 * @throws UsageError where a setting or the address is wrong
 */
export async function call(address: string, options: PhoneOptions, io: InputIo): Promise<number> {
  const configuration = await readSendSettings(io);
  const url = targetOf(address, configuration.server);
  const { sid: callSid = newSid("CA") } = options;
  const phone = { ...commonFields(configuration, options), callSid };
  const note = missingToken(configuration, options);
  if (note !== undefined) tell(note, io);
  const lines = io.stdinLines()[Symbol.asyncIterator]();
  const caller: Caller = {
    hear: (line) => io.stdout(`${visible(line)}\n`),
    answer: async () => {
      io.stdout("> ");
      const line = await lines.next();
      return line.done === true ? undefined : line.value;
    },
  };
  try {
    const end = await follow({ phone, url, caller, configuration, signing: options });
    if (typeof end === "string") {
      caller.hear(`${end}: the call is over`);
      return EXIT.ok;
    }
    tell(end, io);
    return EXIT.findings;
  } finally {
    await lines.return?.();
  }
}

function tell(detail: Message, io: InputIo): void {
  io.stderr(`${renderError({ detail })}\n`);
}

/** A call that goes on. */
interface OngoingCall {
  readonly phone: TwilioCall;
  readonly url: URL;
  readonly caller: Caller;
  readonly configuration: Configuration;
  readonly signing: TwilioSigning;
}

/** Follows a call from response to response. @returns why it is over, or what went wrong */
async function follow(ongoing: OngoingCall): Promise<string | Message> {
  const { phone, caller } = ongoing;
  let { url } = ongoing;
  let form = callForm(phone);
  let method: "GET" | "POST" = "POST";
  for (let silent = 0; silent < MOST_TURNS; silent++) {
    const verbs = await ask(url, form, method, ongoing);
    if ("code" in verbs) return verbs;
    const onward = await playVerbs(verbs, caller);
    if (onward.kind === "over") return onward.why;
    if (onward.given !== undefined) silent = 0;
    const next = nextUrl(onward, url, ongoing);
    if (next === undefined) return sendMessages.noAddress(onward.url ?? "");
    if (next.origin !== url.origin)
      return `the call goes on at ${next.href}, which is another server's`;
    url = next;
    ({ method } = onward);
    form =
      onward.given === undefined ? callForm(phone, "in-progress") : gatherForm(phone, onward.given);
  }
  return sendMessages.endlessCall(MOST_TURNS);
}

async function ask(
  url: URL,
  form: TwilioForm,
  method: "GET" | "POST",
  { configuration, signing }: OngoingCall,
): Promise<readonly Element[] | Message> {
  const request = await twilioRequest({ url, form, method }, configuration, signing);
  const answer = await postRequest(request);
  if ("code" in answer) return answer;
  const { status, body } = answer;
  if (status < 200 || status > 299) return sendMessages.refused(status, 1, 1);
  return readTwiml(body) ?? sendMessages.noTwiml(url.href);
}

/**
 * Finds where a call goes on. Addresses below the public one are the server's own.
 * @returns undefined for what is no address
 */
function nextUrl(
  { url = "" }: Extract<Onward, { kind: "go" }>,
  current: URL,
  { configuration, signing }: OngoingCall,
): URL | undefined {
  const base = signing.publicUrl ?? configuration.server.publicUrl;
  const isOwn = base !== undefined && url.startsWith(`${base}/`);
  const written = isOwn ? url.slice(base.length) : url;
  if (!URL.canParse(written, current.href)) return undefined;
  const next = new URL(written, current.href);
  next.hash = "";
  return next;
}
