import { error } from "../message.ts";

/** GB3333 to GB3337: the HTML of a mail that comes from a template. */
export const mailTemplateMessages = {
  notText: (path: string) =>
    error("GB3333", `the template ${path} is no UTF-8 text`, "save it as UTF-8"),
  broken: (path: string, reason: string) =>
    error(
      "GB3334",
      `the template ${path} cannot be read: ${reason}`,
      "write {{name}} for a value, and {{#list}} … {{/list}} around what is repeated",
    ),
  wants: (path: string, names: readonly string[]) =>
    error(
      "GB3335",
      `the template ${path} wants ${names.join(", ")}, and VALUES has ${names.length === 1 ? "no such value" : "none of them"}`,
      `write VALUES { "${names[0] ?? ""}": … }; null leaves its place empty`,
    ),
  valuesKind: (found: string) =>
    error(
      "GB3336",
      `VALUES of a mail is an object, found ${found}`,
      'write VALUES { "name": NAME$ }, with the names that stand in the template',
    ),
  twoBodies: () =>
    error(
      "GB3337",
      "HTML and TEMPLATE both give the HTML of the mail",
      "keep one of them; BODY may stand beside it as the text for readers without HTML",
    ),
} as const;
