import { testingMessages } from "../../diagnostics/codes/testing.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { type Gathered, gatherForm } from "../events/twilio/call-forms.ts";
import type { TestBed } from "../test-bed.ts";
import { TEST_ADDRESS } from "../test-settings.ts";
import { Twiml } from "../twiml.ts";
import { twilioRequest } from "../twilio-request.ts";

/** `PRESS "123456"`: keys of the caller, for the `<Gather>` of the last answer. */
export const press = (bed: CurrentBed) =>
  defineStatement({
    pattern: "PRESS <digits:text>",
    summary: "Presses keys in the call: sends them to where the <Gather> of the last answer says.",
    example: `RECEIVE CALL\nPRESS "123456"`,
    raises: ["GB3502", "GB3512", "GB3513"],
    runAsync: ({ digits }) => answer(bed.get(), "PRESS", { digits }),
  });

/** `SPEAK "yes"`: words of the caller, for the `<Gather>` of the last answer. */
export const speak = (bed: CurrentBed) =>
  defineStatement({
    pattern: "SPEAK <words:text>",
    summary: "Says something in the call: sends it to where the <Gather> of the last answer says.",
    example: `RECEIVE CALL\nSPEAK "yes, please"`,
    raises: ["GB3502", "GB3512", "GB3513"],
    runAsync: ({ words }) => answer(bed.get(), "SPEAK", { speech: words }),
  });

async function answer(bed: TestBed, statement: string, gathered: Gathered): Promise<void> {
  const { events, answers } = bed;
  const open = events.call;
  const last = answers.at(-1);
  if (open === undefined || last === undefined) {
    throw new BasicError(testingMessages.nothingReceived(statement));
  }
  const gather = Twiml.read(last.body)?.gather;
  if (gather === undefined) throw new BasicError(testingMessages.noGather(statement));
  const path = targetOf(gather.action, open.path);
  events.call = { ...open, path };
  const form = gatherForm(open.call, gathered);
  await events.send(twilioRequest(path, form, events.next(), undefined));
}

/** An action may be a whole address, or relative to that of the TwiML. */
function targetOf(action: string | undefined, from: string): string {
  if (action === undefined) return from;
  const base = `${TEST_ADDRESS.protocol}://${TEST_ADDRESS.host}${from}`;
  const url = URL.parse(action, base);
  if (url?.host !== TEST_ADDRESS.host) throw new BasicError(testingMessages.elsewhere(action));
  return url.pathname + url.search;
}
