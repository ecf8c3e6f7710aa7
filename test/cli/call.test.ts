import { describe, expect, test } from "vitest";
import { startServe } from "../server/start-serve.ts";
import { folderWith, gbasic } from "./command.ts";

const xml = (path: string, response: string) => `ON WEBHOOK POST TO "${path}" DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  LET KEYS$ = GET FORM VALUE "Digits"
  LET WORDS$ = GET FORM VALUE "SpeechResult"
  LET STATUS$ = GET FORM VALUE "CallStatus"
  PRINT \`<Response>${response}</Response>\`
END ON
`;
const SCRIPT = [
  xml(
    "/voice",
    '<Gather action="/keys?x=1" numDigits="6"><Say>Your <b>code</b>,\n please</Say><Pause/></Gather><Say>Nothing.</Say><Redirect>/again</Redirect>',
  ),
  xml("/keys", "<Say>You typed ${KEYS$} &amp; it is ${STATUS$}.</Say><Hangup/><Say>never</Say>"),
  xml(
    "/again",
    '<Gather input="speech dtmf" action="https://bot.example.com/words"><Play>https://x/a.mp3</Play></Gather><Dial>+15552223333</Dial>',
  ),
  xml("/words", "<Say>${WORDS$}${KEYS$}</Say>"),
  xml("/empty", '<Gather actionOnEmptyResult="true" action="/keys" finishOnKey="*"/>'),
  xml("/circle", "<Redirect>/circle</Redirect>"),
  xml("/away", "<Redirect>https://twimlets.com/voicemail</Redirect>"),
  xml("/lost", "<Redirect>http://</Redirect>"),
  xml("/busy", '<Reject reason="busy"/>'),
  xml("/get", '<Redirect method="GET">/got?y=1</Redirect>'),
  'ON WEBHOOK GET TO "/got" DO\n  LET FROM$ = GET QUERY VALUE "From"\n  PRINT `<Response><Say>${FROM$}</Say></Response>`\nEND ON\n',
  'ON WEBHOOK POST TO "/text" DO\n  PRINT "hello"\nEND ON\n',
  'ON WEBHOOK POST TO "/other" DO\n  PRINT "<Answer/>"\nEND ON\n',
].join("");
const SETTINGS = { TWILIO_AUTH_TOKEN: "auth-token", PUBLIC_URL: "https://bot.example.com" };

async function served() {
  const folder = await folderWith({ "bot.bas": SCRIPT });
  const { url } = await startServe(folder, { production: true }, SETTINGS);
  const { port } = new URL(url);
  return (path: string, typed = "", ...args: string[]) =>
    gbasic(["call", path, ...args], folder, { ...SETTINGS, PORT: port }, typed);
}

describe("gbasic call", () => {
  test("shows what a caller hears, and posts the keys", async () => {
    const call = await served();
    expect(await call("/voice", "12ab\n123456#\n")).toEqual({
      code: 0,
      stdout: `Say: Your code, please
Pause: 1 s
Gather: 6 keys; an empty line says nothing
> only the keys 0 to 9, * and # are asked for
> Say: You typed 123456 & it is in-progress.
the script hangs up: the call is over
`,
      stderr: "",
    });
  });

  test("goes on behind Gather without an answer, and follows to words and the public address", async () => {
    const call = await served();
    expect(await call("/voice", "\nsim\n")).toEqual({
      code: 0,
      stdout: `Say: Your code, please
Pause: 1 s
Gather: 6 keys; an empty line says nothing
> Say: Nothing.
Play: https://x/a.mp3
Gather: keys or words; an empty line says nothing
> Say: sim
the response ends: the call is over
`,
      stderr: "",
    });
    const silent = await call("/again", "\n");
    expect(silent.stdout).toContain(
      "Dial +15552223333: left out, since there is no telephone here\n",
    );
    const keys = await call("/again", "42\n");
    expect(keys.stdout).toContain("> Say: 42\n");
  });

  test("takes keys as a telephone does, and hears the end of a call", async () => {
    const call = await served();
    const cases: readonly (readonly [path: string, typed: string, line: string])[] = [
      ["/empty", "\n", "Say: You typed & it is in-progress."],
      ["/empty", "12*34\n", "Say: You typed 12 & it is in-progress."],
      ["/empty", "12#\n", "Say: You typed 12# & it is in-progress."],
      ["/voice", "1234567890\n", "Say: You typed 123456 & it is in-progress."],
      ["/voice", "", "you hung up: the call is over"],
      ["/busy", "", "the script rejects the call: the call is over"],
      [
        "/away",
        "",
        "the call goes on at https://twimlets.com/voicemail, which is another server's",
      ],
      ["/get", "", "Say: +5511999999999"],
    ];
    for (const [path, typed, line] of cases) {
      const { code, stdout, stderr } = await call(path, typed);
      expect({ path, typed, code, stderr }).toEqual({ path, typed, code: 0, stderr: "" });
      expect(stdout).toContain(line);
    }
  });

  test("tells that nothing is signed where no token is set", async () => {
    const folder = await folderWith({});
    const { code, stderr } = await gbasic(["call", "http://127.0.0.1:2/"], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^info GB5366: .*TWILIO_AUTH_TOKEN is not set\n/);
  });

  test("ends with a message where a caller would hear of an error", async () => {
    const call = await served();
    const cases: readonly (readonly [args: string, code: number, expected: string])[] = [
      ["/circle", 1, "GB4249"],
      ["/lost", 1, "GB5361"],
      ["/text", 1, "GB5369"],
      ["/other", 1, "GB5369"],
      ["/nowhere", 1, "GB5365"],
      ["/voice --secret other", 1, "GB5365"],
      ["/voice --public-url https://other.example.com", 1, "GB5365"],
      ["http://127.0.0.1:2/", 1, "GB5362"],
      ["voice", 2, "GB5361"],
    ];
    for (const [args, code, expected] of cases) {
      const [path = "", ...options] = args.split(" ");
      const outcome = await call(path, "", ...options);
      expect({ args, code: outcome.code }).toEqual({ args, code });
      expect(outcome.stderr).toContain(`error ${expected}: `);
    }
  });
});
