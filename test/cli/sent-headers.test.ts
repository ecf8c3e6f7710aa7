import { beforeAll, expect, onTestFinished, test } from "vitest";
import { startLocalServer } from "../contract/local-server.ts";
import { startServe } from "../server/start-serve.ts";
import { folderWith } from "./command.ts";

beforeAll(() => import("../../src/cli/serve.ts"), 60_000);

const bot = (url: string) => `SET HEADER "X-File", "all"
ON WEBHOOK POST TO "/first" OPEN DO
  SET HEADER "Authorization", "Bearer first"
  LET A = POST "${url}/first"
  SPAWN LATER
  LET B = POST "${url}/first-again"
  PRINT "first"
END ON

ON WEBHOOK POST TO "/second" OPEN DO
  LET A = POST "${url}/second"
  PRINT "second"
END ON

SUB LATER
  LET A = POST "${url}/later"
END SUB
`;

test("SET HEADER holds for its run alone, beside others and before those that follow", async () => {
  const held: (() => void)[] = [];
  const service = await startLocalServer((response) => {
    const answer = () => void response.writeHead(200).end("ok");
    // The first call is not answered before the second run has made its own.
    if (service.received.length === 1) held.push(answer);
    else {
      answer();
      for (const answerLater of held.splice(0)) answerLater();
    }
  });
  onTestFinished(service.close);
  const env = `GBASIC_HTTP_ALLOW=${new URL(service.url).host}\nGBASIC_DATA=data\n`;
  const folder = await folderWith({ "bot.bas": bot(service.url), ".env": env });
  const serving = await startServe(folder, {}, {});
  const send = async (path: string) =>
    (await fetch(`${serving.url}${path}`, { method: "POST" })).text();
  const first = send("/first");
  await expect.poll(() => service.received.length).toBe(1);
  expect(await send("/second")).toBe("second");
  expect(await first).toBe("first");
  expect(await send("/second")).toBe("second");
  await expect.poll(() => service.received.length).toBe(5);
  serving.stop();
  await serving.ended;
  const sent = service.received.map(({ path, headers }) => [
    ...[path, headers["authorization"], headers["x-file"]],
  ]);
  expect(sent.toSorted()).toEqual([
    ["/first", "Bearer first", "all"],
    ["/first-again", "Bearer first", "all"],
    ["/later", undefined, "all"],
    ["/second", undefined, "all"],
    ["/second", undefined, "all"],
  ]);
});
