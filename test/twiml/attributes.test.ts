import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { TWIML_ATTRIBUTES } from "../../src/facts/twiml-attributes.ts";
import { TWIML_RULES } from "../../src/facts/twiml.ts";
import { statements } from "../../src/statements/index.ts";
import { checkTwiml } from "../../src/twiml/check-twiml.ts";

const told = (inner: string, answers: "call" | "message" = "call") =>
  checkTwiml(`<Response>${inner}</Response>`, answers).map(({ code, message, hint }) => {
    return `${code} ${message} (${hint ?? ""})`;
  });

test.each([
  ['<Dial timout="3">1</Dial>', "GB4800 <Dial> has no attribute timout (write timeout)"],
  ['<Record maxlength="3"/>', "GB4800 <Record> has no attribute maxlength (write maxLength)"],
  [
    '<Hangup reason="busy"/>',
    "GB4800 <Hangup> has no attribute reason (leave it out: <Hangup> has none)",
  ],
  ['<Redirect url="/a">/b</Redirect>', "GB4800 <Redirect> has no attribute url (it has method)"],
  [
    '<Dial timeout="abc">1</Dial>',
    'GB4801 the attribute timeout of <Dial> does not take "abc" (write a whole number from 1 on)',
  ],
  [
    '<Record maxLength="-1"/>',
    'GB4801 the attribute maxLength of <Record> does not take "-1" (write a whole number from 1 to 86400)',
  ],
  [
    '<Gather input="voice"/>',
    'GB4801 the attribute input of <Gather> does not take "voice" (write "dtmf", "speech" or "both"; several have blanks between them)',
  ],
  [
    '<Redirect method="PUT">/a</Redirect>',
    'GB4801 the attribute method of <Redirect> does not take "PUT" (write "GET" or "POST")',
  ],
  [
    '<Gather timeout="">x</Gather>',
    "GB4694",
    'GB4801 the attribute timeout of <Gather> does not take "" (write a whole number from 0 on or "auto")',
  ],
  [
    '<Say>a <break strength="loud"/></Say>',
    'GB4801 the attribute strength of <break> does not take "loud" (write "none", "x-weak", "weak", "medium", "strong" or "x-strong")',
  ],
  [
    '<Dial><Conference beep="yes">a</Conference></Dial>',
    'GB4801 the attribute beep of <Conference> does not take "yes" (write "true", "false", "onEnter" or "onExit")',
  ],
  ["<say>a</say>", "GB4692 TwiML has no <say> (write <Say>)"],
])("%s is told of", (written, ...expected) => {
  const found = told(written);
  for (const one of expected) expect(found).toContainEqual(expect.stringContaining(one));
  expect(found).toHaveLength(expected.length);
});

test.each([
  '<Gather input="dtmf speech" timeout="auto" speechTimeout="auto" finishOnKey=""/>',
  '<Say language="pt-BR" voice="Polly.Camila"><lang xml:lang="fr-FR">oui</lang><p>a<s>b</s></p></Say>',
  '<Say><say-as interpret-as="date" format="dmy">01/02</say-as><amazon:effect xmlns:amazon="a" name="whispered">x</amazon:effect></Say>',
  '<Say><prosody rate="85%" pitch="-10%" volume="+6dB">x</prosody><sub alias="a">b</sub><w role="r">c</w></Say>',
  '<Dial record="true" method="get" answerOnBridge="True"><Sip><Headers><Header name="a" value="b"/></Headers><Uri priority="1">sip:a@b.c</Uri></Sip></Dial>',
  '<Dial><Number statusCallbackEvent="initiated answered" sendDigits="ww1">1</Number></Dial>',
  '<Start><Recording track="both"/><Transcription track="both_tracks" newOne="1"/></Start>',
  '<Connect><ConversationRelay url="wss://a.b" whatever="1"><Language code="a"/></ConversationRelay></Connect>',
  '<Echo/><Queue>a</Queue><Hangup><Parameter name="a" value="b"/></Hangup>',
])("%s is right", (written) => {
  expect(told(written)).toEqual([]);
});

test("a response may name the schemas that XML has", () => {
  const names =
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="a.xsd"';
  expect(checkTwiml(`<Response ${names}><Hangup/></Response>`, "call")).toEqual([]);
});

test("attributes of answers to messages are checked too", () => {
  expect(told('<Message to="+1" from="+2" actoin="/a">a</Message>', "message")).toEqual([
    "GB4800 <Message> has no attribute actoin (write action)",
  ]);
});

const OWN = statements.flatMap(({ output, example }) => {
  return output.startsWith("<?xml") ? [[example, output] as const] : [];
});

test("what statements write has no fault", () => {
  expect(OWN.length).toBeGreaterThan(8);
  for (const [example, output] of OWN) {
    const answers = output.includes("<Message>") ? "message" : "call";
    expect([example, checkTwiml(output, answers).map(({ code }) => code)]).toEqual([example, []]);
  }
});

describe.each(["VoiceResponse", "MessagingResponse"])("the typings of Twilio, %s", (name) => {
  const typings = readTypings(`node_modules/twilio/lib/twiml/${name}.d.ts`);

  test("have no attribute, and no value of one, that is refused", () => {
    expect(typings.attributes.length).toBeGreaterThan(0);
    const refused = typings.attributes.flatMap(({ element, attribute, words }) => {
      if (!TWIML_ATTRIBUTES.has(element)) return [];
      const values = words.length > 0 ? words : [undefined];
      return values.flatMap((value) => refusal(element, attribute, value));
    });
    expect(refused).toEqual([]);
  });

  test("have no element in another that is refused", () => {
    const refused = [...typings.children].flatMap(([parent, children]) => {
      const rule = TWIML_RULES.get(parent);
      // What Say holds is marks, which may all stand there.
      if (rule === undefined || parent === "Say") return [];
      return children.filter((child) => !rule.children.includes(child));
    });
    expect(refused).toEqual([]);
  });
});

/** What is told of an attribute, wherever the element stands. @param value undefined for any */
function refusal(element: string, attribute: string, value: string | undefined) {
  const known = TWIML_ATTRIBUTES.get(element)?.get(attribute);
  if (known === undefined && !attribute.includes(":")) return [`${element} ${attribute}`];
  if (value === undefined || known?.words === undefined) return [];
  return known.words.includes(value) ? [] : [`${element} ${attribute}="${value}"`];
}

interface Typings {
  readonly attributes: readonly {
    readonly element: string;
    readonly attribute: string;
    /** Empty for what takes any text or number. */
    readonly words: readonly string[];
  }[];
  readonly children: ReadonlyMap<string, readonly string[]>;
}

function readTypings(path: string): Typings {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const words = new Map<string, readonly string[]>();
  const interfaces: ts.InterfaceDeclaration[] = [];
  const children = new Map<string, readonly string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeAliasDeclaration(node)) words.set(node.name.text, literalsOf(node.type));
    if (ts.isInterfaceDeclaration(node)) interfaces.push(node);
    if (ts.isClassDeclaration(node)) {
      const methods = node.members.filter(ts.isMethodDeclaration);
      const names = methods.map((one) => capital(one.name.getText()));
      const made = names.filter((one) => !one.startsWith("Comment"));
      children.set(elementOf(node.name?.text ?? ""), made);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const attributes = interfaces.flatMap((one) =>
    one.members.filter(ts.isPropertySignature).map((member) => ({
      element: elementOf(one.name.text.replace(/Attributes$/, "")),
      attribute: member.name.getText().replaceAll('"', ""),
      words: words.get(member.type?.getText().replace("[]", "") ?? "") ?? [],
    })),
  );
  return { attributes, children };
}

function literalsOf(type: ts.TypeNode): readonly string[] {
  const all = ts.isUnionTypeNode(type) ? [...type.types] : [type];
  return all.map((one) => one.getText().replaceAll('"', ""));
}

function elementOf(name: string): string {
  if (name === "SsmlSayAs") return "say-as";
  if (name.startsWith("Ssml")) return name.slice(4).toLowerCase();
  if (name.endsWith("Response")) return "Response";
  return name === "SipUri" ? "Uri" : name;
}

function capital(method: string): string {
  return method.charAt(0).toUpperCase() + method.slice(1);
}
