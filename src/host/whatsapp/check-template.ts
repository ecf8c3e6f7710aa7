import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { TWILIO_VALUE_NAME } from "../../facts/twilio-limits.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import { headerProblem } from "./check-media.ts";
import { firstOf, type Problem, tooLong } from "./check-text.ts";
import type { Header, TemplateValue } from "./content.ts";

const UNFIT = new RegExp(`[\\n\\r\\t]| {${String(LIMITS.templateSpaces + 1)}}`);

/**
 * Says what is wrong with what fills the places of a template.
 * @param isOfTwilio whether it is a content template of Twilio, whose places have names of other forms
 */
export function valuesProblem(values: readonly TemplateValue[], isOfTwilio = false): Problem {
  return firstOf(
    values.map(({ name, text }, index) => {
      const part = `the value ${name === undefined ? String(index + 1) : JSON.stringify(name)} of the template`;
      return firstOf([
        nameProblem(name, isOfTwilio),
        text.trim() === "" ? whatsAppMessages.emptyValue(part) : undefined,
        unfit(part, text),
        tooLong("a value of the template", text, LIMITS.templateText),
      ]);
    }),
  );
}

/** Says what is wrong with what fills the header of a template. */
export function templateHeaderProblem(header: Header | undefined): Problem {
  if (header?.kind !== "text") return headerProblem(header);
  const part = "the header of the template";
  return firstOf([nameProblem(header.name), unfit(part, header.text), headerProblem(header)]);
}

function unfit(part: string, text: string): Problem {
  if (!UNFIT.test(text)) return undefined;
  return whatsAppMessages.unfitValue(part, text, LIMITS.templateSpaces);
}

function nameProblem(name: string | undefined, isOfTwilio = false): Problem {
  const form = isOfTwilio ? TWILIO_VALUE_NAME : /^[a-z0-9_]+$/;
  const isName = name === undefined || form.test(name);
  return isName ? undefined : whatsAppMessages.wrongValueName(name, isOfTwilio);
}
