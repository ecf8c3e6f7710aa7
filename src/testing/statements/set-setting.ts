import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { literalText, textIn } from "../define-expectation.ts";
import { wrongSetting, wrongSettingValue } from "../test-environment.ts";
import type { TestPhrase } from "../test-phrase.ts";

/** `SET SETTING "WHATSAPP_HOURLY_LIMIT" TO 2`: a setting of the server, for this test alone. */
export const setSetting = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern: "SET SETTING <name:text> TO <value:any>",
    summary:
      "Changes a setting of the server from here to the end of the test, as if it had been started again with it: what was received, was sent and waits is still there. NULL takes a setting back.",
    example: `SET SETTING "WHATSAPP_HOURLY_LIMIT" TO 1\nRECEIVE WHATSAPP TEXT "one"\nRECEIVE WHATSAPP TEXT "two"\nEXPECT ERROR "WHATSAPP_HOURLY_LIMIT allows no more"\nEXPECT LEN(SENT MESSAGES) = 1`,
    raises: ["GB3564", "GB3565", "GB3566"],
    runAsync: ({ name, value }) =>
      bed.get().changeSetting(name, value === null ? undefined : toText(value)),
  }),
  review: (phrase) => {
    const name = textIn(phrase, "name");
    if (name === undefined) return undefined;
    const value = literalText(phrase, "value");
    return wrongSetting(name) ?? (value === undefined ? undefined : wrongSettingValue(name, value));
  },
});
