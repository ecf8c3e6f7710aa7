import { templateHeaderProblem } from "../../host/whatsapp/check-template.ts";
import type { TemplateContent } from "../../host/whatsapp/content.ts";
import { languageProblem, templateNameProblem } from "../../host/whatsapp/problem.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { templateConflicts } from "./conflicts.ts";
import { findHeader, type FrameSlots, TEMPLATE_HEADER, withHeader } from "./media-source.ts";
import { jsonListOf } from "./read-value.ts";
import { ADDRESSING_FOR_A_TIME, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { filledPlacesCheck, frameChecks, timedAddressingChecks } from "./slot-checks.ts";
import {
  readTemplateButtons,
  readTemplateHeader,
  readTemplateValues,
  templateText,
} from "./template-parts.ts";

const PARTS = "VALUES <values?:any> | BUTTONS <buttons?:any> | COMPONENTS <components?:any>";

/** `SEND WHATSAPP TO number WITH TEMPLATE name LANGUAGE code VALUES list`. */
export const sendWhatsAppTemplate = defineStatement({
  title: "SEND WHATSAPP WITH TEMPLATE",
  pattern: `SEND WHATSAPP TO <to:text> WITH TEMPLATE <name:text> { LANGUAGE <language?:text> | ${PARTS} | ${TEMPLATE_HEADER} | ${ADDRESSING_FOR_A_TIME} }`,
  summary:
    'Sends a template that Meta has approved, which may be sent at any time. VALUES fills its places: a list in their order, or an object by their names; HEADER fills that of its header; BUTTONS gives the payloads of its buttons in their order, or { "url": … }, { "code": … }, { "flow": … } and { "catalog": … }, and null for one that takes nothing; COMPONENTS takes the place of all of these. Without LANGUAGE it is WHATSAPP_TEMPLATE_LANGUAGE.',
  example: `SEND WHATSAPP TO "5511999999999" WITH TEMPLATE "order_shipped" LANGUAGE "en" VALUES ["Ana", "42"]`,
  output:
    "simulated whatsapp to 5511999999999, template order_shipped (en): order_shipped: Ana, 42",
  raises: ["GB4644", "GB4666", "GB4687", "GB4730", "GB4745", "GB4746", "GB4807"],
  needs: ["whatsapp", "files"],
  checks: {
    ...timedAddressingChecks,
    name: (value) => templateNameProblem(toText(value).trim()),
    language: (value) => languageProblem(toText(value).trim()),
    values: filledPlacesCheck,
    buttons: (value) => {
      readTemplateButtons(value);
      return undefined;
    },
    components: (value) => {
      jsonListOf("COMPONENTS", value);
      return undefined;
    },
    ...frameChecks,
    header: (value) => templateHeaderProblem(readTemplateHeader(value)),
  },
  conflicts: templateConflicts,
  runAsync: async ({ header: written, ...slots }, { host, place }) => {
    const file = await findHeader({ ...slots, header: undefined }, host.files);
    const header = file ?? readTemplateHeader(written);
    const content = { ...templateOf(slots), ...withHeader(header) };
    sendOrSkip(messageOf(slots, templateText(content), content), host.whatsapp, place);
  },
});

type TemplateSlots = Omit<FrameSlots, "header"> & {
  readonly name: string;
  readonly language: string | undefined;
  readonly values: Value | undefined;
  readonly buttons: Value | undefined;
  readonly components: Value | undefined;
};

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
