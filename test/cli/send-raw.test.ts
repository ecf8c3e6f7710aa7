import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { folderWith, gbasic } from "./command.ts";
import { SECRETS, served } from "./served-receiver.ts";

describe("gbasic send raw", () => {
  const BODY = '{ "text" : "ol\\u00e1" }\r\n';

  test("posts a file as it is, or standard input", async () => {
    const { url, folder } = await served();
    const settings = { ...SECRETS };
    const send = (args: string[], input?: string) =>
      gbasic(["send", "raw", ...args, "--to", `${url}/raw`], folder, settings, input);
    await writeFile(`${folder}/event.json`, BODY);
    await writeFile(`${folder}/note.txt`, "olá");
    expect((await send(["event.json"])).stdout).toContain(
      '\napplication/json\n{ "text" : "ol\\u00e1" }\n',
    );
    expect((await send(["note.txt"])).stdout).toContain("\ntext/plain; charset=utf-8\nolá\n");
    const typed = await send(["-", "--type", "text/csv"], "a,b");
    expect(typed).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("\ntext/csv\na,b\n") as unknown,
    });
  });

  test("a file that is not there is told of", async () => {
    const folder = await folderWith({});
    const { code, stderr } = await gbasic(["send", "raw", "event.json"], folder);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        "error GB3390: there is no file or folder event.json",
      ) as unknown,
    });
  });
});
