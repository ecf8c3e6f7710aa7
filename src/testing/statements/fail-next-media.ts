import { defineStatement } from "../../statements/define.ts";
import { codeFor } from "../channel-failure.ts";
import type { CurrentBed } from "../current-bed.ts";
import type { MediaFailure } from "../recorded-media.ts";

const FAILURES: ReadonlyMap<string | undefined, MediaFailure> = new Map([
  ["EXPIRED", "expired"],
  ["DAMAGED", "damaged"],
  ["OVERSIZED", "oversized"],
]);

/** `FAIL NEXT MEDIA EXPIRED`: what becomes of the next file that the script fetches. */
export const failNextMedia = (bed: CurrentBed) =>
  defineStatement({
    pattern: "FAIL NEXT MEDIA [(WITH <code?:any> | <failure?:word(EXPIRED|DAMAGED|OVERSIZED)>)]",
    summary:
      "Makes the next DOWNLOAD WHATSAPP MEDIA or DOWNLOAD SMS MEDIA fail: because the file is there no more, came with another hash than WhatsApp says, or is larger than WHATSAPP_MEDIA_LIMIT; with an HTTP status; or because nothing could be reached. DAMAGED waits for a file of WhatsApp, as Twilio tells no hash.",
    example: `FAIL NEXT MEDIA EXPIRED
RECEIVE WHATSAPP IMAGE
EXPECT ERROR`,
    raises: ["GB3508", "GB3524"],
    run: ({ code, failure }, { place }) => {
      const status = code === undefined ? undefined : codeFor("media", code);
      const { mediaFailures } = bed.get().channels;
      mediaFailures.failNext(status ?? FAILURES.get(failure) ?? "unreachable", place);
    },
  });
