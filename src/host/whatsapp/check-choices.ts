import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { firstOf, missing, type Problem, tooLong } from "./check-text.ts";
import type { Choice, ProductSection, Section } from "./content.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";

/** Says what is wrong with the buttons of a message. */
export function buttonsProblem(buttons: readonly Choice[]): Problem {
  if (buttons.length === 0) return noChoices("a button", "ITEMS", "Yes, No");
  if (buttons.length > LIMITS.buttons) {
    const instead = "send a list instead, which takes 10 rows: WITH LIST";
    return whatsAppMessages.tooManyParts("buttons", buttons.length, LIMITS.buttons, instead);
  }
  return firstOf([
    ...buttons.map(({ id, title }) =>
      firstOf([
        missing("a title on each button", title, 'ITEMS "Yes, No"'),
        tooLong(`the button ${JSON.stringify(title)}`, title, LIMITS.buttonTitle),
        tooLong("the id of a button", id, LIMITS.buttonId),
      ]),
    ),
    repeated("buttons", "id", buttons),
    repeated("buttons", "title", buttons),
  ]);
}

/** Says what is wrong with the rows of a list. */
export function sectionsProblem(sections: readonly Section[]): Problem {
  const rows = sections.flatMap((section) => section.rows);
  if (rows.length === 0) return noChoices("a row", "ITEMS", "Tea, Coffee");
  const split = "split them over several lists";
  if (sections.length > LIMITS.sections) {
    return whatsAppMessages.tooManyParts("sections", sections.length, LIMITS.sections, split);
  }
  if (rows.length > LIMITS.rows) {
    return whatsAppMessages.tooManyParts("rows", rows.length, LIMITS.rows, split);
  }
  return firstOf([
    ...sections.map(({ title }) => sectionTitleProblem(title, sections.length)),
    emptySectionProblem(
      "a row",
      "ITEMS",
      sections.map(({ title, rows: own }) => [title, own]),
    ),
    ...rows.map(({ id, title, description }) =>
      firstOf([
        missing("a title in each row", title, 'ITEMS "Tea, Coffee"'),
        tooLong(`the row ${JSON.stringify(title)}`, title, LIMITS.rowTitle),
        tooLong(`the description of ${JSON.stringify(title)}`, description, LIMITS.rowDescription),
        tooLong("the id of a row", id, LIMITS.rowId),
      ]),
    ),
    repeated("rows", "id", rows),
  ]);
}

/** Says what is wrong with the products of a message. */
export function productsProblem(sections: readonly ProductSection[]): Problem {
  const products = sections.flatMap((section) => section.products);
  if (products.length === 0) return noChoices("a product", "PRODUCTS", "SKU-1, SKU-2");
  const split = "split them over several messages";
  if (sections.length > LIMITS.sections) {
    return whatsAppMessages.tooManyParts("sections", sections.length, LIMITS.sections, split);
  }
  if (products.length > LIMITS.products) {
    return whatsAppMessages.tooManyParts("products", products.length, LIMITS.products, split);
  }
  return firstOf([
    ...sections.map(({ title }) => sectionTitleProblem(title, sections.length)),
    emptySectionProblem(
      "a product",
      "PRODUCTS",
      sections.map(({ title, products: own }) => [title, own]),
    ),
  ]);
}

/** Each section has something that can be picked. */
function emptySectionProblem(
  what: string,
  clause: string,
  sections: readonly (readonly [title: string | undefined, own: readonly unknown[]])[],
): Problem {
  const empty = sections.find(([, own]) => own.length === 0);
  if (empty === undefined) return undefined;
  const [title = ""] = empty;
  const place = `${what} in the section ${JSON.stringify(title)}`;
  return whatsAppMessages.partMissing(place, `something for it, or leave it out of ${clause}`);
}

function sectionTitleProblem(title: string | undefined, sections: number): Problem {
  const example = '{ "Drinks": ["Tea"], "Food": ["Bread"] }';
  return firstOf([
    sections > 1 ? missing("a title for each section", title ?? "", example) : undefined,
    tooLong("the title of a section", title, LIMITS.sectionTitle),
  ]);
}

function noChoices(what: string, clause: string, example: string): Problem {
  return whatsAppMessages.partMissing(what, `${clause} "${example}"`);
}

function repeated(what: string, same: "id" | "title", choices: readonly Choice[]): Problem {
  const seen = new Set<string>();
  for (const { [same]: written } of choices) {
    if (seen.has(written)) return whatsAppMessages.repeatedChoice(what, same, written);
    seen.add(written);
  }
  return undefined;
}
