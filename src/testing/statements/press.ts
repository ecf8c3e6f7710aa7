import { testingMessages } from "../../diagnostics/codes/testing.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import type { TestCall } from "../telephone/test-call.ts";

/** `PRESS "123456"`: keys of the caller, for the `<Gather>` that asks. */
export const press = (bed: CurrentBed) =>
  defineStatement({
    pattern: "PRESS <digits:text>",
    summary:
      'Presses keys in the call, as the <Gather> asks for them: its numDigits and finishOnKey say where they end. PRESS "" is silence: the call goes on behind the <Gather>, or at its action where actionOnEmptyResult says so.',
    example: `RECEIVE CALL\nPRESS "123456#"\nEXPECT SPOKEN "Thank you"`,
    raises: ["GB3502", "GB3513", "GB3525", "GB3526", "GB3527", "GB4249"],
    runAsync: ({ digits }) => act(bed, "PRESS", (call) => call.press(digits)),
  });

/** `SPEAK "yes"`: words of the caller, for the `<Gather>` that asks. */
export const speak = (bed: CurrentBed) =>
  defineStatement({
    pattern: "SPEAK <words:text>",
    summary:
      'Says something in the call, where the <Gather> asks for words: its input has to be "speech" or "dtmf speech". SPEAK "" is silence, as PRESS "" is.',
    example: `RECEIVE CALL AT "/twilio/menu"\nSPEAK "opening hours"\nEXPECT SPOKEN "opening hours"`,
    raises: ["GB3502", "GB3513", "GB3525", "GB3526", "GB4249"],
    runAsync: ({ words }) => act(bed, "SPEAK", (call) => call.speak(words)),
  });

async function act(
  bed: CurrentBed,
  statement: string,
  go: (call: TestCall) => Promise<void>,
): Promise<void> {
  const { events } = bed.get();
  if (events.call === undefined)
    throw new BasicError(testingMessages.nothingReceived(statement, true));
  await events.goOn(go);
}
