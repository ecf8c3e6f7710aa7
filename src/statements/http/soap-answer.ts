import type { Element } from "@xmldom/xmldom";
import { httpMessages } from "../../diagnostics/codes/http.ts";
import type { HttpAnswer } from "../../host/http-call.ts";
import { BasicError } from "../../runtime/error.ts";
import { answerOf } from "../../runtime/value/answer.ts";
import type { Value } from "../../runtime/value/value.ts";
import { factsOf } from "./answer-value.ts";
import { elementsOf, nameOf, readXml, valueOf, XmlProblem } from "./xml-tree.ts";

/** How services call the one element that holds what they give. */
const WRAPPER = /(?:result|return)$/i;

/**
 * Gives what an operation answered: the content of the first element of the body, and of the one in
 * it whose name says that it is the result.
 * @throws BasicError GB4621 for a fault, GB4622 for what is no SOAP
 */
export function readSoapAnswer(operation: string, answer: HttpAnswer): Value {
  try {
    const body = elementsOf(readXml(answer.body)).find((one) => nameOf(one) === "Body");
    if (body === undefined) throw new XmlProblem("it has no body");
    const [content] = elementsOf(body);
    if (content === undefined) return answerOf("", factsOf(answer));
    if (nameOf(content) === "Fault") {
      throw new BasicError(httpMessages.soapFault(operation, faultText(content)));
    }
    return answerOf(valueOf(resultIn(content)), factsOf(answer));
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    const status = answer.status >= 300 ? `HTTP ${String(answer.status)}, ` : "";
    throw new BasicError(httpMessages.noSoapAnswer(operation, `${status}${error.message}`));
  }
}

function resultIn(content: Element): Element {
  const [only, ...others] = elementsOf(content);
  const isWrapper = only !== undefined && others.length === 0 && WRAPPER.test(nameOf(only));
  return isWrapper && elementsOf(only).length > 0 ? only : content;
}

/** SOAP 1.1 has `faultstring`, 1.2 `Reason` with `Text`. */
function faultText(fault: Element): string {
  const parts = elementsOf(fault);
  const named = (name: string) => parts.find((one) => nameOf(one) === name)?.textContent ?? "";
  const text = named("faultstring") || named("Reason") || (fault.textContent ?? "");
  return text.replace(/\s+/g, " ").trim();
}
