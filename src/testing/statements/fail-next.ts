import { testingMessages } from "../../diagnostics/codes/testing.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { CHANNELS, failureOf, isChannel } from "../channel-failure.ts";

/** `FAIL NEXT WHATSAPP WITH 131056`: what the far side says to the next attempt. */
export const failNext = (bed: CurrentBed) =>
  defineStatement({
    pattern: "FAIL NEXT <channel:word> [(WITH <code?:number> | <lost?:word(UNANSWERED)>)]",
    summary:
      "Makes the next attempt to send on a channel fail: with a code of the far side, without an answer, or because nothing could be reached. The channels are WHATSAPP, SMS, MAIL and MODEL.",
    example: `FAIL NEXT WHATSAPP WITH 131056
RECEIVE WHATSAPP TEXT "hello"
EXPECT NOTHING SENT
ADVANCE 1 HOUR
EXPECT SENT WHATSAPP TO "+5511999999999"`,
    raises: ["GB3506"],
    run: ({ channel, code, lost }) => {
      const { channels } = bed.get();
      const name = channel.toLowerCase();
      const error = failureOf(name, code, lost !== undefined);
      if (name === "model") channels.model.failNext(error);
      else if (isChannel(name)) channels.failNext(name, error);
      else {
        const known = [...CHANNELS, "model"].map((one) => one.toUpperCase());
        const proposed = suggest(channel, known);
        throw new BasicError(testingMessages.unknownWord("channel", channel, known, proposed));
      }
    },
  });
