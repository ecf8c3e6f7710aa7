import { defineStatement } from "../../statements/define.ts";
import { codeFor, type FailingChannel, failureOf } from "../channel-failure.ts";
import type { CurrentBed } from "../current-bed.ts";

const CHANNELS: ReadonlyMap<string, FailingChannel> = new Map([
  ["WHATSAPP", "whatsapp"],
  ["SMS", "sms"],
  ["MAIL", "mail"],
  ["MODEL", "model"],
]);

/** `FAIL NEXT WHATSAPP WITH 131056`: what the far side says to the next attempt. */
export const failNext = (bed: CurrentBed) =>
  defineStatement({
    pattern:
      "FAIL NEXT <channel:word(WHATSAPP|SMS|MAIL|MODEL)> [(WITH <code?:any> | <lost?:word(UNANSWERED)>)]",
    summary:
      "Makes the next attempt to send, or the next question to the language model, fail: with a code of the far side, UNANSWERED, or because nothing could be reached. What is not answered may have been taken: a mail is sent again, which its Message-ID shows, a WhatsApp message or SMS is not.",
    example: `FAIL NEXT WHATSAPP WITH 131056
RECEIVE WHATSAPP TEXT "hello"
EXPECT NOTHING SENT
ADVANCE 1 HOUR
EXPECT SENT WHATSAPP TO "+5511999999999"`,
    raises: ["GB3508", "GB3524"],
    run: ({ channel, code, lost }) => {
      const { channels } = bed.get();
      const name = CHANNELS.get(channel);
      if (name === undefined) throw new Error(`${channel} is no channel`);
      const wanted = code === undefined ? undefined : codeFor(name, code);
      const error = failureOf(name, wanted, lost !== undefined);
      if (name === "model") channels.model.failNext(error);
      else channels.failNext(name, error);
    },
  });
