import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import { headerProblem } from "./check-media.ts";
import { firstOf, type Problem, tooLong } from "./check-text.ts";
import type { Header, TemplateValue } from "./content.ts";

const UNFIT = new RegExp(`[\\n\\r\\t]| {${String(LIMITS.templateSpaces + 1)}}`);

/** Says what is wrong with what fills the places of a template. */
export function valuesProblem(values: readonly TemplateValue[]): Problem {
  return firstOf(
    values.map(({ name, text }, index) => {
      const part = `the value ${name === undefined ? String(index + 1) : JSON.stringify(name)} of the template`;
      return firstOf([
        nameProblem(name),
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

function nameProblem(name: string | undefined): Problem {
  const isName = name === undefined || /^[a-z0-9_]+$/.test(name);
  return isName ? undefined : whatsAppMessages.wrongValueName(name);
}
