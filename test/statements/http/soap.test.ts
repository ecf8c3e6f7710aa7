import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, test } from "vitest";
import { bodyText } from "../../../src/testing/http/body-text.ts";
import type { HttpAnswer } from "../../../src/host/http-call.ts";
import { recordingHost } from "../recording-host.ts";
import { runSource } from "../run-source.ts";

const ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

function answer(body: string, status = 200): HttpAnswer {
  return { status, statusText: "", headers: [["content-type", "text/xml"]], body, isText: true };
}
const envelope = (body: string) =>
  answer(
    `<?xml version="1.0"?><s:Envelope xmlns:s="${ENVELOPE}"><s:Body>${body}</s:Body></s:Envelope>`,
  );

const WSDL = (soap = "soap", form = "qualified") => `<?xml version="1.0"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/${soap}/" xmlns:tns="urn:shop" targetNamespace="urn:shop">
  <wsdl:types><xs:schema elementFormDefault="${form}"/></wsdl:types>
  <wsdl:portType name="P"><wsdl:operation name="GetOrder"/></wsdl:portType>
  <wsdl:binding name="B" type="tns:P">
    <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="GetOrder"><soap:operation soapAction="urn:shop#GetOrder"/></wsdl:operation>
  </wsdl:binding>
  <wsdl:service name="S">
    <wsdl:port name="other" binding="tns:C"><soap:address location="https://wrong.test/"/></wsdl:port>
    <wsdl:port name="p" binding="tns:B"><soap:address location="https://soap.test/orders"/></wsdl:port>
  </wsdl:service>
</wsdl:definitions>`;

async function run(source: string, ...answers: readonly HttpAnswer[]) {
  const recorded = recordingHost();
  recorded.answers.push(...answers);
  return runSource(source, recorded);
}
const errorOf = (source: string, ...answers: readonly HttpAnswer[]) =>
  run(source, ...answers).then(
    () => "no error",
    (error: unknown) =>
      error instanceof Error ? `${"code" in error ? String(error.code) : ""} ${error.message}` : "",
  );

const CALL = 'x = SOAP "https://soap.test/", "GetOrder", { "id": 7 }\n';

describe("a call of SOAP", () => {
  test("is an envelope, with everything escaped", async () => {
    const source =
      'x = SOAP "https://soap.test/", "Save", { "Name": "Tom & <Ana>", "Items": [{ "Sku": "a" }, { "Sku": "]]>" }], "Nothing": NULL }';
    const { called } = await run(source, envelope("<SaveResponse/>"));
    expect(called[0]).toEqual({
      method: "POST",
      url: "https://soap.test/",
      headers: [
        ["Content-Type", "text/xml; charset=utf-8"],
        ["SOAPAction", '"Save"'],
      ],
      body:
        `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE}"><soap:Body>` +
        '<Save xmlns="http://tempuri.org/"><Name>Tom &amp; &lt;Ana&gt;</Name><Items><Sku>a</Sku></Items>' +
        "<Items><Sku>]]&gt;</Sku></Items><Nothing></Nothing></Save></soap:Body></soap:Envelope>",
      refuses: "none",
    });
  });

  test("leaves out what XML forbids, and keeps what it takes", async () => {
    const source = `T$ = "& < > "" ' ]]>" + CHR$(13) + CHR$(10) + CHR$(9) + CHR$(0) + CHR$(27) + "\\uD800😀"
x = SOAP "https://soap.test/", "Save", { "Text": T$ }`;
    const { called } = await run(source, envelope("<SaveResponse/>"));
    const [, sent = ""] = /<Text>([^]*)<\/Text>/.exec(bodyText(called[0]?.body)) ?? [];
    expect(sent).toBe("&amp; &lt; &gt; &quot; &#39; ]]&gt;&#13;\n\t\uFFFD😀");
    const { documentElement } = new DOMParser().parseFromString(`<t>${sent}</t>`, "text/xml");
    expect(documentElement?.textContent).toBe("& < > \" ' ]]>\r\n\t\uFFFD😀");
  });

  test("goes where the description says, as it says", async () => {
    const source = 'x = SOAP "https://soap.test/s?wsdl", "GetOrder" WITH id = 7';
    const { called } = await run(source, answer(WSDL()), envelope("<R/>"));
    expect(called.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://soap.test/s?wsdl",
      "POST https://soap.test/orders",
    ]);
    expect(called[1]?.headers).toContainEqual(["SOAPAction", '"urn:shop#GetOrder"']);
    expect(called[1]?.body).toContain('<GetOrder xmlns="urn:shop"><id>7</id></GetOrder>');
  });

  test("of version 1.2 has its action in the content type; unqualified elements have no namespace", async () => {
    const source = 'x = SOAP "https://soap.test/s?WSDL", "GetOrder", { "id": 7 }';
    const { called } = await run(source, answer(WSDL("soap12", "unqualified")), envelope("<R/>"));
    expect(called[1]?.headers).toEqual([
      ["Content-Type", 'application/soap+xml; charset=utf-8; action="urn:shop#GetOrder"'],
    ]);
    expect(called[1]?.body).toContain('<op:GetOrder xmlns:op="urn:shop"><id>7</id></op:GetOrder>');
    expect(called[1]?.body).toContain("http://www.w3.org/2003/05/soap-envelope");
  });

  test("NAMESPACE and SET HEADER count more", async () => {
    const source = `SET HEADER "SOAPAction", "urn:own"\nx = SOAP "https://soap.test/", "A", {} NAMESPACE "urn:a&b"`;
    const { called } = await run(source, envelope("<R/>"));
    expect(called[0]?.headers.map(([name]) => name)).toEqual(["Content-Type"]);
    expect(called[0]?.body).toContain('<A xmlns="urn:a&amp;b">');
  });
});

describe("an answer of SOAP", () => {
  test.each([
    [
      "<GetOrderResponse><GetOrderResult><name>tea</name><n>2</n></GetOrderResult></GetOrderResponse>",
      '{"name":"tea","n":"2"}',
    ],
    ["<AddResponse><AddResult>5</AddResult></AddResponse>", '{"AddResult":"5"}'],
    [
      "<R><Invoices><Invoice>1</Invoice><Invoice>2</Invoice></Invoices></R>",
      '{"Invoices":{"Invoice":["1","2"]}}',
    ],
    [
      '<R xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><a i:nil="true"/><b/></R>',
      '{"a":null,"b":""}',
    ],
    ["<R>Tom &amp; Ana<![CDATA[ <b>]]></R>", '"Tom & Ana <b>"'],
    ["", '""'],
  ])("%s", async (body, expected) => {
    const { printed } = await run(`${CALL}PRINT JSON(x)\nPRINT x.status`, envelope(body));
    expect(printed).toEqual([expected, 200]);
  });

  test.each([
    [
      envelope(
        "<s:Fault><faultcode>s:Client</faultcode><faultstring>no such order</faultstring></s:Fault>",
      ),
      /^GB4621 .*"no such order"$/,
    ],
    [
      envelope("<s:Fault><s:Code/><s:Reason><s:Text>not now</s:Text></s:Reason></s:Fault>"),
      /^GB4621 .*"not now"$/,
    ],
    [answer("<html><body>Bad gateway", 502), /^GB4622 .*HTTP 502/],
    [answer("no XML at all"), /^GB4622/],
    [answer(""), /^GB4622/],
    [
      answer('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
      /^GB4622 .*document type/,
    ],
    [envelope("<a>".repeat(300) + "</a>".repeat(300)), /^GB4622 .*levels/],
  ])("that is none or a fault", async (given, message) => {
    expect(await errorOf(CALL, given)).toMatch(message);
  });

  test.each([
    [answer(WSDL()), "Getorder", /^GB4623 .*Getorder, only GetOrder/],
    [answer("<html/>"), "GetOrder", /^GB4622/],
  ])("the description lacks what is called", async (given, operation, message) => {
    expect(await errorOf(`x = SOAP "https://soap.test/s?wsdl", "${operation}"`, given)).toMatch(
      message,
    );
  });

  test.each(['"a b"', '"<a>"', '"1a"'])("%s is no name for an element", async (name) => {
    expect(await errorOf(`x = SOAP "https://soap.test/", ${name}`)).toMatch(/^GB4624/);
    expect(await errorOf(`x = SOAP "https://soap.test/", "A", { ${name}: 1 }`)).toMatch(/^GB4624/);
  });
});
