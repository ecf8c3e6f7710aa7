import Mustache from "mustache";
import { mailTemplateMessages } from "../../diagnostics/codes/mail-templates.ts";
import { BasicError } from "../../runtime/error.ts";
import { checkTextLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { getMember, hasMember } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";

/**
 * Fills an HTML template in the form of Mustache: `{{name}}` is escaped, `{{{name}}}` is not,
 * `{{#list}}…{{/list}}` repeats.
 * @param path as messages name the template
 * @throws BasicError GB3334 where it cannot be read, GB3335 where it wants a value that is not there,
 *   GB3090 where the result is too long
 */
export function fillTemplate(
  path: string,
  template: string,
  values: ValueObject,
  limits: Pick<ValueLimits, "textLength">,
): string {
  const writer = new TemplateWriter(limits);
  let filled: string;
  try {
    filled = writer.render(template, new Values(values));
  } catch (error) {
    if (error instanceof BasicError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BasicError(mailTemplateMessages.broken(path, reason));
  }
  const { missing } = writer;
  if (missing.size > 0) throw new BasicError(mailTemplateMessages.wants(path, [...missing]));
  return filled;
}

/** Looks names up as scripts read members, so that nothing of JavaScript's own is found. */
class Values extends Mustache.Context {
  readonly #value: Value;
  readonly #outer: Values | undefined;

  constructor(value: Value, outer?: Values) {
    super(value, outer);
    this.#value = value;
    this.#outer = outer;
  }

  override push(value: Value): Values {
    return new Values(value, this);
  }

  override lookup(name: string): Value | undefined {
    if (name === ".") return this.#value;
    const [first = "", ...rest] = name.split(".");
    if (!hasMember(this.#value, first)) return this.#outer?.lookup(name);
    return rest.reduce(getMember, getMember(this.#value, first));
  }
}

class TemplateWriter extends Mustache.Writer {
  /** Names that no value was found for. */
  readonly missing = new Set<string>();
  readonly #limits: Pick<ValueLimits, "textLength">;
  #length = 0;

  constructor(limits: Pick<ValueLimits, "textLength">) {
    super();
    this.#limits = limits;
  }

  override escapedValue(token: string[], context: Mustache.Context): string {
    return this.#counted(Mustache.escape(this.#textOf(token, context)));
  }

  override unescapedValue(token: string[], context: Mustache.Context): string {
    return this.#counted(this.#textOf(token, context));
  }

  override rawValue(token: string[]): string {
    return this.#counted(super.rawValue(token));
  }

  override renderPartial(): never {
    throw new Error("{{> …}} stands for another template, and each stands alone here");
  }

  #textOf([, name = ""]: string[], context: Mustache.Context): string {
    const value = context instanceof Values ? context.lookup(name) : undefined;
    if (value === undefined) this.missing.add(name);
    return toText(value ?? null);
  }

  /** Counted as it grows: a list in a list could fill the memory before the whole is looked at. */
  #counted(text: string): string {
    this.#length += text.length;
    checkTextLength(this.#length, this.#limits);
    return text;
  }
}
