import type { Expression, Phrase } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { constantSlot } from "./outside.ts";

/** What a body says of its answer, and what it does with texts that are no answer. */
export interface XmlAnswers {
  /** True where the body sets a content type of XML. */
  readonly answersXml: boolean;
  /** The values that it prints. */
  readonly printed: readonly Expression[];
  /** The values that go elsewhere: into the log, a mail, a message. */
  readonly elsewhere: readonly Expression[];
}

/** Finds out what a body answers. */
export function xmlAnswersOf({ block }: CheckedBody): XmlAnswers {
  let answersXml = false;
  const printed: Expression[] = [];
  const elsewhere: Expression[] = [];
  walkBlock(block, {
    statement(statement) {
      if (statement.kind !== "phrase-statement") return;
      const { phrase } = statement;
      answersXml ||= isXmlHeader(phrase);
      (phrase.entry.title === "PRINT" ? printed : elsewhere).push(...slotValues(phrase));
    },
    expression(expression) {
      answersXml ||= expression.kind === "object" && expression.members.some(isXmlMember);
    },
  });
  return { answersXml, printed, elsewhere };
}

function slotValues({ slots }: Phrase): readonly Expression[] {
  return [...slots.values()].flatMap((slot) => {
    if (slot.kind === "expression") return [slot.value];
    return slot.kind === "rest" ? slot.values : [];
  });
}

const XML = /[/+]xml\b/iu;

function isXmlHeader(phrase: Phrase): boolean {
  if (phrase.entry.title !== "SET RESPONSE HEADER") return false;
  if (constantSlot(phrase, "name")?.toLowerCase() !== "content-type") return false;
  return XML.test(constantSlot(phrase, "value") ?? "");
}

function isXmlMember({ key, value }: { readonly key: string; readonly value: Expression }) {
  if (key.toLowerCase() !== "content-type" || value.kind !== "literal") return false;
  return typeof value.value === "string" && XML.test(value.value);
}
