import type { HttpHeaders } from "../../host/http-call.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { definePhraseFunction } from "../define.ts";
import { callAddress, type CallContext } from "./call.ts";
import { readHeaders } from "./request-headers.ts";
import { writeEnvelope } from "./soap-envelope.ts";
import type { SoapService } from "./soap-service.ts";
import { readAddress } from "./web-address.ts";

const TITLE = "SOAP";
const CLAUSES = "[NAMESPACE <namespace?:text>] [HEADERS <headers?:any>]";

/** `SOAP url, "GetOrder", { … }`: what an operation of a SOAP service answers. */
export const soap = definePhraseFunction({
  pattern: `SOAP <url:any>, <operation:text>[, <parameters?:any>] ${CLAUSES}`,
  also: [`SOAP <url:any>, <operation:text> WITH <parameters?:named> ${CLAUSES}`],
  summary:
    "Calls an operation of a SOAP service. Of an address that ends in ?wsdl the description is read first: it says where the service is, which version of SOAP it speaks and what its namespace is. Else the address is that of the service, and NAMESPACE its namespace. A fault is an error.",
  example: `TRY
  LET ORDER = SOAP "https://shop.example/orders.asmx?wsdl", "GetOrder", { "id": 7 }
  PRINT ORDER.name
CATCH problem
  PRINT "The shop does not answer."
END TRY`,
  output: "The shop does not answer.",
  returns: "what the operation gives: an object, or the text of it",
  raises: ["GB4609", "GB4617", "GB4621", "GB4622", "GB4623", "GB4624"],
  needs: ["http", "sentHeaders"],
  runAsync: async ({ url, operation, parameters, namespace, headers }, context) => {
    const given = readAddress(TITLE, url);
    const own = readHeaders(headers);
    const service = await serviceAt(given, operation, namespace, own, context);
    const address = service.address === undefined ? given : readAddress(TITLE, service.address);
    const body = writeEnvelope({ ...service, operation, parameters: parameters ?? objectFrom([]) });
    const type = contentTypeOf(service);
    const answer = await callAddress(
      {
        ...{ title: TITLE, method: "POST", url: address, body, type, refuses: "none" },
        headers: [...actionOf(service, context), ...own],
      },
      context,
    );
    const { readSoapAnswer } = await import("./soap-answer.ts");
    return readSoapAnswer(operation, answer);
  },
});

async function serviceAt(
  url: URL,
  operation: string,
  namespace: string | undefined,
  headers: HttpHeaders,
  context: CallContext,
): Promise<SoapService> {
  // Most scripts call no SOAP service, and reading XML takes a library.
  const { plainService, readService } = await import("./soap-service.ts");
  if (!/^\?(?:singlewsdl|wsdl)$/i.test(url.search)) return plainService(operation, namespace);
  const description = await callAddress(
    {
      ...{ title: TITLE, method: "GET", url, headers },
      ...{ body: undefined, type: undefined, refuses: "not-2xx" },
    },
    context,
  );
  const service = readService(operation, description.body);
  return namespace === undefined ? service : { ...service, namespace };
}

function contentTypeOf({ version, action }: SoapService): string {
  if (version === "1.1") return "text/xml; charset=utf-8";
  return `application/soap+xml; charset=utf-8; action="${action}"`;
}

/** SOAP 1.2 has the action in its content type; one that the script sets itself counts. */
function actionOf({ version, action }: SoapService, { host }: CallContext): HttpHeaders {
  const isSet = host.sentHeaders.get("soapaction") !== undefined;
  return version === "1.2" || isSet ? [] : [["SOAPAction", `"${action}"`]];
}
