import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { placeProblem } from "../../host/whatsapp/problem.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { getMember } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { ADDRESSING_FOR_A_TIME, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { timedAddressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH LOCATION AT "lat,lng" NAMED name WITH ADDRESS text`. */
export const sendLocation = defineStatement({
  title: "SEND WHATSAPP WITH LOCATION",
  pattern: `SEND WHATSAPP TO <to:text> WITH LOCATION AT <at:any> { NAMED <name?:text> | ADDRESS <address?:text> | ${ADDRESSING_FOR_A_TIME} }`,
  summary:
    'Sends a place in WhatsApp: latitude and longitude as a text such as "-23.56, -46.65", a list or an object, with a name and an address.',
  example: `SEND WHATSAPP TO "5511999999999" WITH LOCATION AT "-23.5614, -46.6559" NAMED "The shop" WITH ADDRESS "Avenida Paulista 1"`,
  output:
    "simulated whatsapp to 5511999999999, location -23.5614, -46.6559: The shop, Avenida Paulista 1",
  raises: ["GB4662", "GB4687", "GB4807"],
  needs: ["whatsapp"],
  checks: {
    ...timedAddressingChecks,
    at: (value) => {
      const { latitude, longitude } = readPlace(value);
      return placeProblem(latitude, longitude);
    },
  },
  run: ({ at, name, address, ...addressing }, { host, place }) => {
    const content = {
      kind: "location",
      ...readPlace(at),
      ...(isEmpty(name) ? {} : { name }),
      ...(isEmpty(address) ? {} : { address }),
    } as const;
    const said = [name, address].filter((part) => !isEmpty(part)).join(", ");
    sendOrSkip(messageOf(addressing, said, content), host.whatsapp, place);
  },
});

function isEmpty(text: string | undefined): text is undefined {
  return text === undefined || text.trim() === "";
}

const DEGREES = /^[+-]?\d+(?:\.\d+)?$/;

/** @throws BasicError GB4662 for what is no place */
function readPlace(value: Value): { readonly latitude: number; readonly longitude: number } {
  const [latitude = "", longitude = "", ...others] = partsOf(value).map((part) => part.trim());
  if (others.length > 0 || !DEGREES.test(latitude) || !DEGREES.test(longitude)) {
    throw new BasicError(whatsAppMessages.noPlace(JSON.stringify(toText(value))));
  }
  return { latitude: Number(latitude), longitude: Number(longitude) };
}

function partsOf(value: Value): readonly string[] {
  if (Array.isArray(value)) return value.map(toText);
  if (!isObject(value)) return toText(value).split(/[,;]/u);
  const first = getMember(value, "latitude") ?? getMember(value, "lat");
  const second = getMember(value, "longitude") ?? getMember(value, "lng");
  return [toText(first), toText(second)];
}
