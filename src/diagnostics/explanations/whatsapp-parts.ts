import type { whatsAppMessages } from "../codes/whatsapp.ts";
import type { ExplanationsOf } from "../explanation.ts";

const TO = 'SEND WHATSAPP TO "5511999999999" WITH';

type Part = "unknownKey" | "unfitValue" | "emptyValue" | "wrongValueName";

/** Explains GB473x of `../codes/whatsapp.ts`. */
export const whatsAppPartExplanations: ExplanationsOf<Pick<typeof whatsAppMessages, Part>> = {
  GB4730: {
    title: "A key that buttons, rows or sections do not have",
    means:
      "What an object says under an unknown key would be lost: a row without its description, a button that is not there. So gbasic refuses it, while checking where the script says the keys itself.",
    example: {
      kind: "check",
      script: `${TO} LIST "Which?" AND ITEMS [{ "id": "1", "title": "Tea", "desc": "Green" }]`,
      mended: `${TO} LIST "Which?" AND ITEMS [{ "id": "1", "title": "Tea", "description": "Green" }]`,
    },
    mend: "Write the key as the message proposes, or leave it out. Buttons have no description.",
  },
  GB4731: {
    title: "A value with line ends, tabs or many spaces for a template",
    means:
      "Meta refuses what fills a template when it has a line end, a tab, or more than four spaces in a row.",
    example: {
      kind: "check",
      script: `${TO} TEMPLATE "order_shipped" VALUES ["Ana", "Tea     and milk"]`,
      mended: `${TO} TEMPLATE "order_shipped" VALUES ["Ana", "Tea and milk"]`,
    },
    mend: "Write the value in one line. Line ends belong into the template itself.",
  },
  GB4732: {
    title: "An empty value for a template",
    means: "Meta refuses a template when one of its places would be filled with nothing.",
    example: {
      kind: "check",
      script: `${TO} TEMPLATE "order_shipped" VALUES ["Ana", ""]`,
      mended: `${TO} TEMPLATE "order_shipped" VALUES ["Ana", "42"]`,
    },
    mend: "Give each place a text; where there may be none, write one that stands for it.",
  },
  GB4733: {
    title: "A name that no place of a template has",
    means: "Places of templates are named in small letters, digits and _.",
    example: {
      kind: "check",
      script: `${TO} TEMPLATE "order_shipped" VALUES { "na me": "Ana" }`,
      mended: `${TO} TEMPLATE "order_shipped" VALUES { "name": "Ana" }`,
    },
    mend: "Write the name as it stands between the braces of the template.",
  },
};
