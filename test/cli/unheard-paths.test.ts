import { expect, test } from "vitest";
import { serveScript } from "../server/served-scripts.ts";
import { folderWith, gbasic } from "./command.ts";

const call = (line: string) => `ON CALL DO\n  ${line}\nEND ON\n`;
const MENU = 'ON DIGITS "menu" DO\n  SAY "a"\nEND ON\n';
const OTHERS = `ON CALL TO "/twilio/sales" DO
  SAY "a"
END ON
ON WEBHOOK POST TO "/orders/:id" OPEN DO
  PRINT 1
END ON
ON WEBHOOK GET TO "/page" OPEN DO
  PRINT 1
END ON
`;
const ALL = "/orders/:id, /page, /twilio/sales, /twilio/voice";

/** What is told of a script in a folder with another one. */
async function told(script: string, paths: readonly string[] = ["s"]): Promise<string> {
  const folder = await folderWith({ "s/a.bas": script, "s/below/b.bas": OTHERS });
  const { stdout, code } = await gbasic(["check", ...paths], folder);
  expect(code).toBe(0);
  return stdout;
}

test.each([
  ['REDIRECT "/nowhere"', "GB2673", `handlers listen on ${ALL}`],
  ['REDIRECT "/twilio/sale"', "GB2673", 'did you mean "/twilio/sales"?'],
  ['REDIRECT "/twilio/sale?from=menu#top"', "GB2673", "/twilio/sale,"],
  ['P$ = "/nowhere"\n  REDIRECT P$', "GB2673", "/nowhere"],
  ['REDIRECT "/page"', "GB2674", 'write ON WEBHOOK POST TO "/page"'],
  ['PLAY "/hello.mp3"', "GB2673", "PLAY names /hello.mp3"],
  ['PLAY "/orders/1"', "GB2674", 'write ON WEBHOOK GET TO "/orders/1"'],
  [
    'PRINT "<Response><Record maxLength=""3"" action=""/nope""/></Response>"',
    "GB2673",
    "action of <Record>",
  ],
  ['PRINT "<Response><Redirect>/nope</Redirect></Response>"', "GB2673", "<Redirect> names /nope"],
  [
    "RETURN \"<Response><Dial action='/nope'>${XMLESCAPE(CALL.to)}</Dial></Response>\"",
    "GB2673",
    "of <Dial>",
  ],
])("a path without a handler is told of: %s", async (line, code, hint) => {
  const found = await told(call(line));
  expect(found).toContain(`warning ${code}`);
  expect(found).toContain(hint);
  expect(found).toContain("1 warning\n");
});

test.each([
  call('REDIRECT "/twilio/sales"'),
  call('REDIRECT "/twilio/voice/"'),
  call('REDIRECT "/orders/12?x=1"'),
  call('REDIRECT "https://example.com/nowhere"'),
  call('REDIRECT "/orders" + CALL.to'),
  call('PLAY "/page"'),
  call('PRINT "<Response><Gather action=""/twilio/voice/a/menu""/></Response>"') + MENU,
  call('PRINT "<Response><Redirect method=""GET"">/page</Redirect></Response>"'),
  call(
    'K$ = CALL.to\n  PRINT "<Response><Redirect>/voice/" + XMLESCAPE(K$) + "</Redirect></Response>"',
  ),
  call('K$ = 1\n  PRINT "<Response><Redirect>/voice/${K$}</Redirect></Response>"'),
  call('K$ = 1\n  PRINT "<Response><Gather action=""/voice/" + K$ + """/></Response>"'),
  call('PRINT "<Response><say action=""/y""/><Button action=""/y"">a</Button></Response>"'),
  call('PRINT "<Response><Say action=""/y"">a</Say></Response>"'),
  'ON WEBHOOK GET TO "/form" OPEN DO\n  PRINT "<Button action=""/y"">a</Button>"\nEND ON\n',
  'ON WEBHOOK GET TO "/form" OPEN DO\n  PRINT "<Routes><Redirect>/y</Redirect></Routes>"\nEND ON\n',
  'ON WEBHOOK GET TO "/form" OPEN DO\n  PRINT "<form action=""/submit""></form>"\nEND ON\n',
  call('REDIRECT "/nowhere"').replace('e"', "e\" ' gbasic-ignore GB2673"),
])("any other is not: %s", async (script) => {
  expect(await told(script)).toContain("2 files, 0 errors, 0 warnings");
});

test("nothing is told where other scripts are not looked at", async () => {
  const script = call('REDIRECT "/nowhere"');
  expect(await told(script, ["s/a.bas"])).toContain("0 warnings");
  const folder = await folderWith({ "a.bas": script, "b.bas": "SEND MIAL 1\n" });
  expect((await gbasic(["check", "."], folder)).stdout).not.toContain("GB2673");
});

test("serve tells of them too", async () => {
  const folder = await folderWith({});
  const { stop, said } = await serveScript(folder, call('REDIRECT "/nowhere"'));
  await stop();
  expect(said()).toContain("GB2673");
});
