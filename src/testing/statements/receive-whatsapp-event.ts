import { testEventMessages } from "../../diagnostics/codes/test-events.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { WHATSAPP_PROVIDERS } from "../../host/whatsapp/providers.ts";
import { BasicError } from "../../runtime/error.ts";
import { toJson } from "../../runtime/value/json.ts";
import { defineStatement } from "../../statements/define.ts";
import { wrongFieldName } from "../../statements/events/webhook-field.ts";
import type { CurrentBed } from "../current-bed.ts";
import { textIn } from "../define-expectation.ts";
import { jsonObjectText } from "../events/field-forms.ts";
import { show } from "../expectation.ts";
import { receiveItem } from "../receive-item.ts";
import { reviewPath } from "../request-path.ts";
import type { TestBed } from "../test-bed.ts";
import type { TestPhrase } from "../test-phrase.ts";

const PROVIDERS = WHATSAPP_PROVIDERS.join("|").toUpperCase();

/** What these names are about has a statement of its own. */
const OWN_STATEMENTS: ReadonlyMap<string, string> = new Map([
  ["messages", 'RECEIVE WHATSAPP TEXT "hello", or another of its types'],
  ["statuses", 'RECEIVE WHATSAPP STATUS "read" FOR SENT MESSAGES[0].id'],
  ["errors", "RECEIVE WHATSAPP ERROR"],
]);

/** `RECEIVE WHATSAPP EVENT "account_update" WITH VALUE { … }`: a change of another field. */
export const receiveWhatsAppEvent = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern: `RECEIVE WHATSAPP EVENT <field:text> { VALUE <value:any> | AT <at?:text> | AS <provider?:word(${PROVIDERS})> | <signature?:word(UNSIGNED|FORGED)> }`,
    summary:
      "Sends a change of a field of Meta's webhooks other than messages to the script, signed, and waits until all that comes of it is done. VALUE is an object with what changed, as Meta's page of the field shows it. Each is another event, so that RECEIVE AGAIN is how the same one comes twice.",
    example: `RECEIVE WHATSAPP EVENT "account_update" WITH VALUE { "event": "VERIFIED_ACCOUNT" }\nEXPECT STATUS 200`,
    raises: ["GB2281", "GB3511", "GB3515", "GB3518", "GB4494", "GB4795", "GB4796", "GB4797"],
    runAsync: async ({ field, value, at, provider, signature }) => {
      const text = typeof value === "string" ? value : toJson(value);
      const given = Object.entries({ at, provider, signature }).flatMap(([name, one]) =>
        one === undefined ? [] : [[name, one] as const],
      );
      await receiveChange(field, { text, shown: show(value) }, new Map(given), bed.get());
    },
  }),
  review: (phrase) => {
    const field = textIn(phrase, "field");
    const wrong = field === undefined ? undefined : wrongField(field);
    return wrong ?? reviewPath("at")(phrase);
  },
});

/**
 * Sends a change of a field, or holds it.
 * @param value as JSON, and as a message shows it
 * @param given texts by the names of the slots at, provider and signature
 * @throws BasicError as the statement does
 */
export async function receiveChange(
  field: string,
  value: { readonly text: string; readonly shown: string },
  given: ReadonlyMap<string, string>,
  bed: TestBed,
): Promise<void> {
  const wrong = wrongField(field) ?? overlooked(field, bed.routes.fields);
  if (wrong !== undefined) throw new BasicError(wrong);
  const change = jsonObjectText.read(value.text);
  if (change === undefined) throw new BasicError(testEventMessages.wrongValue(value.shown));
  const seconds = bed.events.changedAt(`${field} ${value.text}`, bed.time.now());
  await receiveItem(bed, { list: undefined, field, value: change, seconds }, given);
}

function wrongField(field: string): Message | undefined {
  const own = OWN_STATEMENTS.get(field.trim().toLowerCase());
  return own === undefined ? wrongFieldName(field) : testEventMessages.ownStatement(field, own);
}

/** What no handler is for is acknowledged; a name that is almost that of one is a slip. */
function overlooked(field: string, handled: readonly string[]): Message | undefined {
  if (handled.includes(field)) return undefined;
  const proposed = suggest(field, handled);
  return proposed === undefined ? undefined : testEventMessages.noSuchHandler(field, proposed);
}
