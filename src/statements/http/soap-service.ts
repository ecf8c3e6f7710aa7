import type { Element } from "@xmldom/xmldom";
import { httpMessages } from "../../diagnostics/codes/http.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { BasicError } from "../../runtime/error.ts";
import type { SoapVersion } from "./soap-envelope.ts";
import { allElements, elementsOf, findElement, nameOf, readXml, XmlProblem } from "./xml-tree.ts";

/** Where an operation is called, and how. */
export interface SoapService {
  /** Undefined where the address that was asked is the one to call. */
  readonly address: string | undefined;
  readonly version: SoapVersion;
  readonly namespace: string;
  readonly action: string;
  readonly qualified: boolean;
}

/** As General Bots calls a service that it knows nothing of. */
const TEMPORARY = "http://tempuri.org/";
const SOAP_12 = "http://schemas.xmlsoap.org/wsdl/soap12/";

/** Gives what there is to say of a service without a description. */
export function plainService(operation: string, namespace: string = TEMPORARY): SoapService {
  return { address: undefined, version: "1.1", namespace, action: operation, qualified: true };
}

/**
 * Reads the description of a service, WSDL 1.1; of several bindings the first one with the operation
 * counts.
 * @throws BasicError GB4622 for what is none, GB4623 for an operation that it does not have
 */
export function readService(operation: string, wsdl: string): SoapService {
  const definitions = rootOf(operation, wsdl);
  const all = allElements(definitions);
  const bindings = all.filter((one) => nameOf(one) === "binding" && operationsOf(one).length > 0);
  for (const binding of bindings) {
    const found = operationsOf(binding).find((one) => one.getAttribute("name") === operation);
    if (found !== undefined) return serviceOf(definitions, all, binding, found);
  }
  const known = [...new Set(bindings.flatMap(operationsOf).map(titleOf))];
  throw new BasicError(httpMessages.unknownOperation(operation, known, suggest(operation, known)));
}

function rootOf(operation: string, wsdl: string): Element {
  try {
    const root = readXml(wsdl);
    if (nameOf(root) === "definitions") return root;
    throw new XmlProblem("it describes no service");
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    throw new BasicError(httpMessages.noSoapAnswer(operation, error.message));
  }
}

function serviceOf(
  definitions: Element,
  all: readonly Element[],
  binding: Element,
  operation: Element,
): SoapService {
  const bound = elementsOf(binding).find((one) => nameOf(one) === "binding");
  const called = elementsOf(operation).find((one) => nameOf(one) === "operation");
  const port = all.find(
    (one) => nameOf(one) === "port" && localPart(one.getAttribute("binding")) === titleOf(binding),
  );
  const address = port === undefined ? undefined : findElement(port, "address");
  const schema = findElement(definitions, "schema");
  return {
    address: address?.getAttribute("location") ?? undefined,
    version: bound?.namespaceURI === SOAP_12 ? "1.2" : "1.1",
    namespace: definitions.getAttribute("targetNamespace") ?? TEMPORARY,
    action: called?.getAttribute("soapAction") ?? "",
    qualified: schema?.getAttribute("elementFormDefault") === "qualified",
  };
}

/** The operations of a binding of SOAP; those of others, such as HTTP, have no action. */
function operationsOf(binding: Element): Element[] {
  const isSoap = elementsOf(binding).some(
    (one) => nameOf(one) === "binding" && /soap/i.test(one.namespaceURI ?? ""),
  );
  return isSoap ? elementsOf(binding).filter((one) => nameOf(one) === "operation") : [];
}

function titleOf(element: Element): string {
  return element.getAttribute("name") ?? "";
}

function localPart(name: string | null): string {
  return name?.split(":").at(-1) ?? "";
}
