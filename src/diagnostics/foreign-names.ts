const SHOWN = "PRINT answers the request, LOG writes to the log";
const ASKED =
  "a handler reads what was sent: GET FORM VALUE, GET QUERY VALUE, or PARSE JSON GET REQUEST BODY";
const OBJECTS = 'an object holds such fields: ORDER = { "id": 1, "total": 5 }';
const COLLECTION = "a list holds such items: C = [], and then C.add 5";
const DICTIONARY = 'an object holds such members: D = {}, and then D["a"] = 1';
const OWN =
  "write FUNCTION TWICE(N) … RETURN N * 2 … END FUNCTION for what gives a value, SUB NAME(A) … END SUB for the rest";
const FILES = "a script has no files; what it writes goes out as the answer or a message";
const LISTED = "write the values into a list, as in DAYS = [1, 2], and take them with DAYS[0]";

const TESTS =
  'tests are written TEST "what is proved" … END TEST, in a file of their own whose name ends in .test.bas';

/** What people look for behind GET WHATSAPP, and what gives it. */
const WHATSAPP_PARTS: readonly (readonly [names: readonly string[], instead: string])[] = [
  [["TEXT", "BODY", "CAPTION", "MESSAGE TEXT"], "GET WHATSAPP MESSAGE BODY"],
  [["PHONE"], "GET WHATSAPP SENDER NUMBER"],
  [["ID"], "GET WHATSAPP MESSAGE ID, or GET WHATSAPP SENDER ID for the person"],
  [["REPLY ID"], "GET WHATSAPP BUTTON ID, or GET WHATSAPP LIST ID for a row"],
  [["REPLY TITLE"], "WHATSAPP.button.title, or WHATSAPP.list.title for a row"],
  [["BUTTON TITLE"], "WHATSAPP.button.title"],
  [["LIST TITLE"], "WHATSAPP.list.title"],
  [["REACTION"], "WHATSAPP.reaction.emoji"],
  [["IMAGE", "VIDEO", "AUDIO", "DOCUMENT", "STICKER", "FILE"], "WHATSAPP.media.id"],
  [["FLOW RESPONSE"], "WHATSAPP.flow.response"],
];

const CALLED =
  'write EXPECT CALLED SUB NAME or EXPECT CALLED FUNCTION NAME("tea") for what MOCK replaces, EXPECT CALLED GET "https://…" for an address';
const SENT =
  'write EXPECT SENT WHATSAPP, EXPECT SMS, EXPECT MAIL or EXPECT CALL, with TO "…" or CONTAINING "…" behind it; how many it were is LEN(SENT MESSAGES)';
const ANSWERED =
  'write EXPECT SENT WHATSAPP CONTAINING "…" for a message that answers, EXPECT STATUS 200 or EXPECT BODY "…" for the answer to a request';

/** What Visual Basic, other BASICs and JavaScript have, and what does the same here. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ...["MSGBOX", "ECHO", "CONSOLE.WRITELINE", "CONSOLE.WRITE", "CONSOLE.LOG", "DEBUG.PRINT"].map(
    (name) => [name, SHOWN] as const,
  ),
  ...["DEBUG.WRITELINE", "CONSOLE.ERROR", "RESPONSE.WRITE", "WSCRIPT.ECHO"].map(
    (name) => [name, SHOWN] as const,
  ),
  ...["INPUT", "LINE INPUT", "INPUTBOX", "CONSOLE.READLINE", "INKEY", "PROMPT"].map(
    (name) => [name, ASKED] as const,
  ),
  ...["ALERT", "RES.SEND", "RES.JSON", "RES.END", "RESPONSE.SEND", "RESPONSE.JSON"].map(
    (name) => [name, SHOWN] as const,
  ),
  ...["REQ", "REQUEST"].map((name) => [name, ASKED] as const),
  ...["RES.STATUS", "RESPONSE.STATUS"].map(
    (name) => [name, "write SET RESPONSE STATUS TO 404"] as const,
  ),
  ...["NONE", "NIL", "UNDEFINED"].map((name) => [name, "write NULL"] as const),
  ...["FETCH", "AXIOS.GET", "AXIOS.POST", "REQUESTS.GET", "REQUESTS.POST"].map(
    (name) => [name, "requests to other servers are not in this version"] as const,
  ),
  ...["TEST", "EXPECT", "ASSERT THAT", "DESCRIBE", "IT", "BEFORE EACH", "MOCK"].map(
    (name) => [name, TESTS] as const,
  ),
  ...WHATSAPP_PARTS.flatMap(([names, instead]) =>
    names.map((name) => [`GET WHATSAPP ${name}`, `write ${instead}`] as const),
  ),
  ["MEDIA ID", "write WHATSAPP.media.id"],
  ...["LATITUDE", "LONGITUDE", "NAME", "ADDRESS"].map(
    (part) => [`LOCATION ${part}`, `write WHATSAPP.location.${part.toLowerCase()}`] as const,
  ),
  ["MOCK DOWNLOAD", 'write MOCK GET "https://…" WITH FILE "tea.png" for what an address gives'],
  ...["MOCK WHATSAPP", "MOCK MEDIA", "MOCK IMAGE"].map(
    (name) =>
      [
        name,
        "files of messages are made up by themselves; FAIL NEXT MEDIA makes one fail",
      ] as const,
  ),
  ["EXPECT CALLED", CALLED],
  [
    "EXPECT NO",
    "write EXPECT NOTHING SENT, EXPECT NO WHATSAPP, EXPECT NO SMS, EXPECT NO MAIL, EXPECT NO CALL or EXPECT NO ERROR",
  ],
  ...["EXPECT SENT", "EXPECT MESSAGE", "EXPECT MESSAGES"].map((name) => [name, SENT] as const),
  ...["EXPECT ANSWER", "EXPECT REPLY", "EXPECT RESPONSE"].map((name) => [name, ANSWERED] as const),
  ...["EXPECT LOGGED", "EXPECT WARNING"].map((name) => [name, 'write EXPECT LOG "text"'] as const),
  ["AWAIT", "a statement that takes time waits by itself; leave the word out"],
  ["ASYNC", "a SUB that takes time waits by itself; leave the word out"],
  ["REQUIRE", 'INCLUDE "lib.bas" brings the SUBs and FUNCTIONs of another file in'],
  ["RANGE", "write FOR I = 0 TO 2 … NEXT"],
  ["ELIF", "write ELSEIF condition THEN"],
  ["EXCEPT", "write CATCH e"],
  ["PASS", "a block may be empty; remove it"],
  ["LAMBDA", OWN],
  ["DEBUG", SHOWN],
  ["PARSEINT", "write VAL(TEXT$), and FIX around it for a whole number"],
  ["PARSEFLOAT", "write VAL(TEXT$)"],
  ["ERR.RAISE", 'write THROW "what is wrong"'],
  ["RAISE", 'write THROW "what is wrong"'],
  ["STATIC", "a variable keeps its value for the whole run where it is set at the top level"],
  ["GLOBAL", "a variable is known in the whole file where it is set at the top level"],
  ["IMPORTS", 'INCLUDE "lib.bas" brings the SUBs and FUNCTIONs of another file in'],
  ["IMPORT", 'INCLUDE "lib.bas" brings the SUBs and FUNCTIONs of another file in'],
  ["TYPE", OBJECTS],
  ["STRUCTURE", OBJECTS],
  ["CLASS", OBJECTS],
  ["ENUM", "CONST RED = 1, GREEN = 2 gives names to values"],
  ["DATA", LISTED],
  ["RESTORE", LISTED],
  ["SWAP", "write three assignments: OLD = A, A = B, B = OLD"],
  ...["CLS", "LOCATE", "COLOR", "SCREEN", "PSET", "CIRCLE", "PALETTE"].map(
    (name) => [name, "there is no screen; remove it"] as const,
  ),
  ["USING", 'write PRINT FORMAT(VALUE, "#,##0.00")'],
  ...["DEF", "FUNC", "PROC", "PROCEDURE", "METHOD"].map((name) => [name, OWN] as const),
  ["DEF FN", OWN],
  ...["PROPERTY", "PROPERTY GET", "PROPERTY LET", "PROPERTY SET"].map(
    (name) => [name, OBJECTS] as const,
  ),
  ...["OPEN", "PRINT #", "LINE INPUT #"].map((name) => [name, FILES] as const),
  ["BEEP", "there is no loudspeaker; remove it"],
  ["SLEEP", "write WAIT and the seconds"],
  ["THREAD.SLEEP", "write WAIT and the seconds"],
  ["STRING.FORMAT", 'write a text with ${ }, as in "Hello ${NAME$}"'],
  ["STRING.JOIN", 'write JOIN(LIST, ", ")'],
  ["NEW COLLECTION", COLLECTION],
  ["NEW LIST", COLLECTION],
  ["NEW ARRAYLIST", COLLECTION],
  ["NEW DICTIONARY", DICTIONARY],
  ["NEW HASHTABLE", DICTIONARY],
  ["NEW MAP", DICTIONARY],
  ["NEW DATE", "write NOW(), or DATESERIAL(2026, 12, 31)"],
  ["CREATEOBJECT", "write NEW OBJECT for an object without fields; there are no programs to start"],
  ["REQUEST.FORM", 'write GET FORM VALUE "name"'],
  ["REQUEST.QUERYSTRING", 'write GET QUERY VALUE "name"'],
  ["DATE.NOW", "write NOW()"],
  ["DATETIME.NOW", "write NOW()"],
]);

/**
 * Tells how to write here what another language has.
 * @param name upper case: the first words of a statement, a function or `CONSOLE.LOG`
 * @returns a hint; undefined where nothing is known of the name
 */
export function adviceFor(name: string): string | undefined {
  return ADVICE.get(name);
}
