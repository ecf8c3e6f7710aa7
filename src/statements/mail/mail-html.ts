import { mailTemplateMessages } from "../../diagnostics/codes/mail-templates.ts";
import type { FileReader } from "../../host/host.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import type { ValueLimits } from "../../runtime/value/limits.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";
import { MAIL_FILE } from "./attachments.ts";

/** What a script says of the HTML of a mail. */
export interface HtmlSlots {
  readonly html: string | undefined;
  /** The path of a template. */
  readonly template: string | undefined;
  readonly values: Value | undefined;
}

/**
 * Gives the HTML of a mail: as it is written, or from a template.
 * @throws BasicError GB3333 to GB3337, and what reading the file throws
 */
export async function mailHtml(
  { html, template, values }: HtmlSlots,
  files: FileReader,
  limits: Pick<ValueLimits, "textLength">,
): Promise<string | undefined> {
  if (template === undefined) return html;
  if (html !== undefined) throw new BasicError(mailTemplateMessages.twoBodies());
  const named = objectOf(values);
  const text = await readText(template, files);
  const { fillTemplate } = await import("./fill-template.ts");
  return fillTemplate(template, text, named, limits);
}

function objectOf(values: Value | undefined): ValueObject {
  if (values === undefined || values === null) return {};
  if (!isObject(values)) throw new BasicError(mailTemplateMessages.valuesKind(describe(values)));
  return values;
}

async function readText(path: string, files: FileReader): Promise<string> {
  const bytes = await files.read(path, MAIL_FILE);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new BasicError(mailTemplateMessages.notText(path));
  }
}
