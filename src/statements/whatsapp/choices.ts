import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import type { Choice, ProductSection, Row, Section } from "../../host/whatsapp/content.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";
import { checkKeys, textMember } from "./read-value.ts";

const CLAUSE = "ITEMS";
const PRODUCTS = "PRODUCTS";
const BUTTON_KEYS = ["id", "title", "text", "name"];
const ROW_KEYS = ["id", "title", "description", "text", "name"];

/**
 * Reads buttons: a text with commas, a list of texts or of objects with title and id, or an object of
 * titles by their ids. What has no id is known by its title.
 * @throws BasicError GB4660, GB4661 or GB4730
 */
export function readButtons(value: Value): readonly Choice[] {
  return readRows(value, BUTTON_KEYS).map(({ id, title }) => ({ id, title }));
}

/**
 * Reads the rows of a list: as `readButtons`, with descriptions; or in sections, as an object of rows
 * by the titles of their sections, or a list of objects with title and rows.
 * @throws BasicError GB4660, GB4661 or GB4730
 */
export function readSections(value: Value): readonly Section[] {
  return sectionsIn(value, ["rows", "items"], CLAUSE).map(({ title, inside }) => ({
    ...(title === undefined ? {} : { title }),
    rows: readRows(inside, ROW_KEYS),
  }));
}

/**
 * Reads products: their ids as a text with commas or a list, or in sections as `readSections` does.
 * @throws BasicError GB4660 or GB4730
 */
export function readProducts(value: Value): readonly ProductSection[] {
  return sectionsIn(value, ["products", "items"], PRODUCTS).map(({ title, inside }) => ({
    ...(title === undefined ? {} : { title }),
    products: readTexts(inside, PRODUCTS),
  }));
}

interface Part {
  readonly title: string | undefined;
  readonly inside: Value;
}

function sectionsIn(value: Value, names: readonly string[], clause: string): readonly Part[] {
  if (isObject(value)) {
    const entries = Object.entries(value);
    // Of products nothing else is known than their ids, so texts are lists of these.
    const hasSections = clause === PRODUCTS || entries.every(([, one]) => isSectionOf(one));
    if (hasSections && entries.length > 0)
      return entries.map(([title, inside]) => ({ title, inside }));
  }
  if (Array.isArray(value)) {
    const parts = value.map((one) => (isObject(one) ? partOf(one, names, clause) : undefined));
    const found = parts.filter((part) => part !== undefined);
    if (found.length > 0 && found.length === value.length) return found;
    const at = parts.findIndex((part) => part === undefined);
    if (found.length > 0)
      throw new BasicError(whatsAppMessages.wrongChoices(clause, toText(value[at] ?? null)));
  }
  return [{ title: undefined, inside: value }];
}

function isSectionOf(value: Value): boolean {
  return Array.isArray(value) || isObject(value);
}

function partOf(object: ValueObject, names: readonly string[], clause: string): Part | undefined {
  const found = Object.entries(object).find(([name]) => names.includes(name.toLowerCase()));
  if (found !== undefined) checkKeys(clause, object, ["title", "name", ...names]);
  return found && { title: textMember(object, "title", "name"), inside: found[1] };
}

function readRows(value: Value, keys: readonly string[]): readonly Row[] {
  if (isObject(value)) {
    return Object.entries(value).map(([id, title]) => ({ id, title: toText(title).trim() }));
  }
  if (!Array.isArray(value)) return readTexts(value, CLAUSE).map((title) => ({ id: title, title }));
  return value.map((one) => (isObject(one) ? readRow(one, keys) : readPlainRow(one)));
}

function readRow(object: ValueObject, keys: readonly string[]): Row {
  checkKeys(CLAUSE, object, keys);
  const title = textMember(object, "title", "text", "name");
  if (title === undefined) {
    throw new BasicError(whatsAppMessages.choiceWithoutTitle(CLAUSE, toText(object)));
  }
  const description = textMember(object, "description");
  return {
    id: textMember(object, "id") ?? title,
    title,
    ...(description === undefined ? {} : { description }),
  };
}

function readPlainRow(value: Value): Row {
  const title = toText(value).trim();
  return { id: title, title };
}

/** A text with commas or line ends between, or a list; what is empty between commas is left out. */
function readTexts(value: Value, clause: string): readonly string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.map((one) => toText(one).trim());
  if (typeof value !== "string" && typeof value !== "number") {
    throw new BasicError(whatsAppMessages.wrongChoices(clause, describe(value)));
  }
  const parts = toText(value).split(/[,\n]/u);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
