import type { Element } from "@xmldom/xmldom";
import { sendMessages } from "../diagnostics/codes/send.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { visible } from "../diagnostics/visible.ts";
import type { Configuration } from "../host/configuration.ts";
import { renderError } from "../runtime/render-error.ts";
import { callForm, type TwilioCall } from "../testing/events/twilio/call-forms.ts";
import { type CallRequest, describeEnd, followCall } from "../testing/telephone/follow-call.ts";
import { readTwiml } from "../testing/telephone/read-twiml.ts";
import { type Caller, listen, sound } from "./caller.ts";
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
  const { phone, caller, url } = ongoing;
  const turns = followCall(
    phone,
    { url, method: "POST", form: callForm(phone) },
    {
      ask: (request) => ask(request, ongoing),
      resolve: (written, from) => resolve(written, from, ongoing),
      hear: (verb) => {
        sound(verb, caller);
      },
    },
  );
  let turn = await turns.next();
  while (turn.done !== true) {
    const given = await listen(turn.value, caller);
    if (given === "hung up") return "you hung up";
    turn = await turns.next(given);
  }
  const end = turn.value;
  if (end.kind === "failed") return end.detail;
  return end.kind === "lost" ? sendMessages.noAddress(end.address) : describeEnd(end);
}

async function ask(
  wanted: CallRequest,
  { configuration, signing }: OngoingCall,
): Promise<readonly Element[] | Message> {
  const answer = await postRequest(await twilioRequest(wanted, configuration, signing));
  if ("code" in answer) return answer;
  const { status, body } = answer;
  if (status < 200 || status > 299) return sendMessages.refused(status, 1, 1);
  return readTwiml(body) ?? sendMessages.noTwiml(wanted.url.href);
}

/**
 * Finds where a call goes on. Addresses below the public one are the server's own.
 * @returns undefined for what is no address
 */
function resolve(
  address: string,
  current: URL,
  { configuration, signing }: OngoingCall,
): URL | undefined {
  const base = signing.publicUrl ?? configuration.server.publicUrl;
  const isOwn = base !== undefined && address.startsWith(`${base}/`);
  const written = isOwn ? address.slice(base.length) : address;
  if (!URL.canParse(written, current.href)) return undefined;
  const next = new URL(written, current.href);
  next.hash = "";
  return next;
}
