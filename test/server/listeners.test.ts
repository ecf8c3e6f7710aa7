import { expect, test } from "vitest";
import { makeFolder, serveScript } from "./served-scripts.ts";

test("a server that stopped leaves no listeners behind in the process", async () => {
  const count = () => process.eventNames().map((name) => [name, process.listenerCount(name)]);
  const before = count();
  for (let turn = 0; turn < 2; turn++) {
    const { stop, url } = await serveScript(
      await makeFolder(),
      'ON WEBHOOK GET TO "/a" OPEN DO\nPRINT 1\nEND ON',
    );
    expect((await fetch(`${url}/a`)).status).toBe(200);
    await stop();
  }
  expect(count()).toEqual(before);
});
