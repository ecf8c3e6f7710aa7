import type { testSettingMessages } from "../codes/test-settings.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB3564 to GB3566 of `../codes/test-settings.ts`. */
export const testSettingExplanations: ExplanationsOf<typeof testSettingMessages> = {
  GB3564: {
    title: "A setting that there is not",
    means: "A test sets what gbasic has no setting for, so that nothing would change.",
    example: { kind: "situation", text: '`SET SETTING "WHATSAPP_HOURLY_LIMTI" TO 2`.' },
    mend: "Correct the name.",
  },
  GB3565: {
    title: "A setting that changes nothing in tests",
    means:
      "Tests read no credentials, send nothing and keep nothing, so settings about that have no use in them.",
    example: { kind: "situation", text: '`SET SETTING "WHATSAPP_ACCESS_TOKEN" TO "EAAG"`.' },
    mend: "Leave it out. What the far side says is arranged with FAIL NEXT and MOCK.",
  },
  GB3566: {
    title: "A setting with a value that it cannot have",
    means: "The value is one that `gbasic serve` would not start with either.",
    example: { kind: "situation", text: '`SET SETTING "WHATSAPP_HOURLY_LIMIT" TO "many"`.' },
    mend: "Write a value as the message says.",
  },
};
