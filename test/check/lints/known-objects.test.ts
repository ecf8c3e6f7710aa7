import { expect, test } from "vitest";
import { codes, said } from "../diagnostics.ts";

const inSub = (line: string) => `SUB HANDLE(M)
  ${line}
END SUB
ON WHATSAPP MESSAGE RECEIVED DO
  HANDLE(WHATSAPP)
END ON
`;
const inBlock = (head: string, line: string) => `${head} DO
  ${line}
END ON
`;
const GONE = (path: string, name: string) => `${path} has no ${name}, so this is always null`;

test.each([
  ["PRINT WHATSAPP.sendr.number", GONE("WHATSAPP", "sendr"), "did you mean sender?"],
  ["PRINT WHATSAPP.sender.numbr", GONE("WHATSAPP.sender", "numbr"), "did you mean number?"],
  ["PRINT WHATSAPP().sender.nmae", GONE("WHATSAPP.sender", "nmae"), "did you mean name?"],
  [`PRINT WHATSAPP["sendr"]`, GONE("WHATSAPP", "sendr"), "did you mean sender?"],
  ["PRINT WHATSAPP.from", GONE("WHATSAPP", "from"), "did you mean sender.address?"],
  ["PRINT WHATSAPP.latitude", GONE("WHATSAPP", "latitude"), "did you mean location.latitude?"],
  ["PRINT WHATSAPP.colour", GONE("WHATSAPP", "colour"), "gbasic help WHATSAPP tells what it has"],
  ["PRINT WHATSAPP.edit.mime", GONE("WHATSAPP.edit", "mime"), "it has id, text"],
  [
    "PRINT WHATSAPP.order.items[0].prize",
    GONE("WHATSAPP.order.items[0]", "prize"),
    "did you mean price?",
  ],
  [
    "PRINT WHATSAPP.order.items.price",
    "WHATSAPP.order.items is a list, and a list has no price",
    "did you mean [0].price?",
  ],
  [
    "PRINT WHATSAPP.text.body",
    "WHATSAPP.text has no parts, so body of it is always null",
    "gbasic help WHATSAPP tells what it has",
  ],
  [
    "PRINT WHATSAPP.sender[0]",
    "WHATSAPP.sender is no list, so an index finds nothing",
    "it has address, number, id, parent, name, username",
  ],
  [
    "PRINT WHATSAPP.referral.healine",
    GONE("WHATSAPP.referral", "healine"),
    "did you mean headline?",
  ],
  [
    "LET F = GET WHATSAPP MEDIA : PRINT F.captoin",
    GONE("GET WHATSAPP MEDIA", "captoin"),
    "did you mean caption?",
  ],
  [
    `FOR EACH P IN GET MESSAGE HISTORY FROM "55" : PRINT P.body : NEXT`,
    GONE("GET MESSAGE HISTORY[0]", "body"),
    "did you mean text?",
  ],
  ["PRINT M.sendr", GONE("WHATSAPP", "sendr"), "did you mean sender?"],
  ["LET S = M.sender : PRINT S.nam", GONE("WHATSAPP.sender", "nam"), "did you mean name?"],
  [
    `PRINT GET JSON PATH WHATSAPP, "sender.nmae"`,
    GONE("WHATSAPP.sender", "nmae"),
    "did you mean name?",
  ],
  [
    "FOR EACH I IN M.order.items : PRINT I.curency : NEXT",
    GONE("WHATSAPP.order.items[0]", "curency"),
    "did you mean currency?",
  ],
])("%s", (line, message, hint) => {
  expect(said(inSub(line))).toEqual([expect.stringMatching(/^GB4701 /)]);
  expect(said(inSub(line))[0]).toContain(`${message} (${hint})`);
});

test.each([
  ["ON SMS", "PRINT SMS.satus", GONE("SMS", "satus"), "did you mean status?"],
  ["ON SMS", "PRINT SMS.text", GONE("SMS", "text"), "did you mean body?"],
  ["ON SMS", "PRINT SMS.media.url", "SMS.media is a list, and a list has no url", "[0].url?"],
  ["ON SMS STATUS", "PRINT SMS.reson", GONE("SMS", "reson"), "did you mean reason?"],
  ["ON CALL", "SAY CALL.caller", GONE("CALL", "caller"), "did you mean from?"],
  ["ON CALL STATUS", "PRINT CALL.durration", GONE("CALL", "durration"), "did you mean duration?"],
  [
    "ON SEND FAILED",
    "LET F = GET FAILED MESSAGE : LOG F.eror",
    GONE("GET FAILED MESSAGE", "eror"),
    "did you mean error?",
  ],
])("%s: %s", (head, line, message, hint) => {
  const [found = "", ...others] = said(inBlock(head, line));
  expect(others).toEqual([]);
  expect(found).toContain(`GB4701`);
  expect(found).toContain(message);
  expect(found).toContain(hint);
});

test.each([
  ["what WhatsApp sent", inSub("PRINT WHATSAPP.raw.anything.else")],
  ["what changed", inBlock(`ON WHATSAPP EVENT "account_update"`, "PRINT WHATSAPP.value.any.thing")],
  ["what was filled in", inSub("PRINT WHATSAPP.flow.response.size")],
  ["contacts", inSub("PRINT WHATSAPP.contacts[0].name.formatted_name")],
  ["what Meta adds to an ad", inSub("PRINT WHATSAPP.referral.entirely_new")],
  ["other capitals", inSub("PRINT WHATSAPP.Sender.NAME")],
  ["parts of a date", inSub("PRINT WHATSAPP.timestamp.year")],
  ["the length of a text", inSub("PRINT WHATSAPP.text.length")],
  ["what Twilio sent", inBlock("ON SMS", "PRINT SMS.fields.Anything")],
  ["what KEEPING handed on", inBlock("ON CALL", "SAY CALL.kept.tries")],
  ["what a script puts in", inBlock("ON SMS", 'SMS.note = "mine"\n  PRINT SMS.note')],
  ["a variable of the name", 'SMS = { "note": 1 }\nPRINT SMS.note\n'],
  ["a FUNCTION of the name", "FUNCTION WHATSAPP()\n  RETURN 1\nEND FUNCTION\nPRINT WHATSAPP().x\n"],
])("%s is not told of", (_which, script) => {
  expect(codes(script).filter((code) => code.startsWith("GB4701"))).toEqual([]);
});
