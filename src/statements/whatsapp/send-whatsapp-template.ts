import type { TemplateContent } from "../../host/whatsapp/content.ts";
import { languageProblem, templateNameProblem } from "../../host/whatsapp/problem.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { findHeader, type FrameSlots, withHeader } from "./media-source.ts";
import { jsonListOf } from "./read-value.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { frameChecks } from "./slot-checks.ts";
import { readTemplateButtons, readTemplateValues, templateText } from "./template-parts.ts";

const HEADERS =
  "HEADER <header?:text> | IMAGE <image?:text> | VIDEO <video?:text> | DOCUMENT <document?:text>";
const PARTS = "VALUES <values?:any> | BUTTONS <buttons?:any> | COMPONENTS <components?:any>";

/** `SEND WHATSAPP TO number WITH TEMPLATE name LANGUAGE code VALUES list`. */
export const sendWhatsAppTemplate = defineStatement({
  title: "SEND WHATSAPP WITH TEMPLATE",
  pattern: `SEND WHATSAPP TO <to:text> WITH TEMPLATE <name:text> { LANGUAGE <language?:text> | ${PARTS} | ${HEADERS} | ${ADDRESSING} }`,
  summary:
    'Sends a template that Meta has approved, which may be sent at any time. VALUES fills its places: a list in their order, or an object by their names; BUTTONS gives the payloads of its buttons, or { "url": … } and { "code": … }; COMPONENTS takes the place of all of these. Without LANGUAGE it is WHATSAPP_TEMPLATE_LANGUAGE.',
  example: `SEND WHATSAPP TO "5511999999999" WITH TEMPLATE "order_shipped" LANGUAGE "en" VALUES ["Ana", "42"]`,
  output:
    "simulated whatsapp to 5511999999999, template order_shipped (en): order_shipped: Ana, 42",
  raises: ["GB4644", "GB4666"],
  needs: ["whatsapp", "files"],
  checks: {
    name: (value) => templateNameProblem(toText(value).trim()),
    language: (value) => languageProblem(toText(value).trim()),
    components: (value) => {
      jsonListOf("COMPONENTS", value);
      return undefined;
    },
    ...frameChecks,
  },
  runAsync: async (slots, { host, place }) => {
    const header = await findHeader(slots, host.files);
    const content = { ...templateOf(slots), ...withHeader(header) };
    sendOrSkip(messageOf(slots, templateText(content), content), host.whatsapp, place);
  },
});

interface TemplateSlots extends FrameSlots {
  readonly name: string;
  readonly language: string | undefined;
  readonly values: Value | undefined;
  readonly buttons: Value | undefined;
  readonly components: Value | undefined;
}

function templateOf(slots: TemplateSlots): TemplateContent {
  const { name, language = "", components = null } = slots;
  const values = readTemplateValues(slots.values);
  const buttons = readTemplateButtons(slots.buttons);
  return {
    kind: "template",
    name: name.trim(),
    ...(language.trim() === "" ? {} : { language: language.trim() }),
    ...(values.length === 0 ? {} : { values }),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(components === null ? {} : { components: jsonListOf("COMPONENTS", components) }),
  };
}
