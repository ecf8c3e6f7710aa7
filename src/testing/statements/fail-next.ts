import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../../statements/define.ts";
import { answerOf } from "./mock-call.ts";
import { codeFor, type FailingChannel, failureOf } from "../channel-failure.ts";
import type { HttpCall } from "../../host/http-call.ts";
import { type MockOutcome, unansweredCall, unreachable } from "../http/mocked-calls.ts";
import type { CurrentBed } from "../current-bed.ts";

const CHANNELS: ReadonlyMap<string, FailingChannel> = new Map([
  ["WHATSAPP", "whatsapp"],
  ["SMS", "sms"],
  ["CALL", "call"],
  ["MAIL", "mail"],
  ["MODEL", "model"],
]);

/** `FAIL NEXT WHATSAPP WITH 131056`: what the far side says to the next attempt. */
export const failNext = (bed: CurrentBed) =>
  defineStatement({
    pattern:
      "FAIL NEXT <channel:word(WHATSAPP|SMS|CALL|MAIL|MODEL|HTTP)> [(WITH <code?:any> | <lost?:word(UNANSWERED)>)]",
    summary:
      "Makes the next attempt to send or to call, the next question to the language model, or the next call over HTTP, fail: with a code of the far side, UNANSWERED, or because nothing could be reached. What is not answered may have been taken: a mail is sent again, which its Message-ID shows, a WhatsApp message, SMS or call is not.",
    example: `FAIL NEXT WHATSAPP WITH 131056
RECEIVE WHATSAPP TEXT "hello"
EXPECT NOTHING SENT
ADVANCE 1 HOUR
EXPECT SENT WHATSAPP TO "+5511999999999"`,
    raises: ["GB3508", "GB3524"],
    run: ({ channel, code, lost }, { place }) => {
      const { channels } = bed.get();
      if (channel === "HTTP") {
        channels.http.failNext(callOutcome(code, lost !== undefined), place);
        return;
      }
      const name = CHANNELS.get(channel);
      if (name === undefined) throw new Error(`${channel} is no channel`);
      const wanted = code === undefined ? undefined : codeFor(name, code);
      const error = failureOf(name, wanted, lost !== undefined);
      if (name === "model") channels.model.failNext(error, place);
      else channels.failNext(name, error, place);
    },
  });

/** Makes the outcome of a call that fails. With a status it is answered so, which is an error for GET alone. */
export function callOutcome(
  code: Value | undefined,
  lost: boolean,
): (call: HttpCall) => MockOutcome {
  if (lost) return unansweredCall;
  if (code === undefined) return unreachable;
  const answer = answerOf(codeFor("http", code), {
    ...{ json: undefined, body: undefined, headers: undefined },
  });
  return () => answer;
}
