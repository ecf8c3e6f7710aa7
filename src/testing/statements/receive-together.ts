import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { sendDelivery } from "../send-delivery.ts";

/** `HOLD EVENTS`: what is received from here on comes in one delivery, later. */
export const holdEvents = (bed: CurrentBed) =>
  defineStatement({
    pattern: "HOLD EVENTS",
    summary:
      "Keeps the WhatsApp events that follow, until RELEASE EVENTS sends them as one delivery, as Meta does. Twilio sends each call and SMS by itself, so those, and RECEIVE POST, go out at once.",
    example: `HOLD EVENTS
RECEIVE WHATSAPP TEXT "one"
RECEIVE WHATSAPP TEXT "two"
RELEASE EVENTS
EXPECT LEN(SENT MESSAGES) = 2`,
    run: (_, { place }) => {
      bed.get().events.hold(place);
    },
  });

/** `RELEASE EVENTS [REVERSED]`: sends what was held as one delivery. */
export const releaseEvents = (bed: CurrentBed) =>
  defineStatement({
    pattern: "RELEASE EVENTS [<order?:word(REVERSED)>]",
    summary:
      "Sends the events that HOLD EVENTS kept as one delivery, in their order or the other way round.",
    example: `HOLD EVENTS
RECEIVE WHATSAPP TEXT "one"
RECEIVE WHATSAPP TEXT "two"
RELEASE EVENTS REVERSED
EXPECT SENT MESSAGES[0].text CONTAINS "two"`,
    raises: ["GB3514"],
    runAsync: async ({ order }) => {
      const held = bed.get().events.release();
      await sendDelivery(bed.get(), order === undefined ? held : held.toReversed());
    },
  });
