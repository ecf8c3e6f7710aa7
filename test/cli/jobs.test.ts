import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { MIGRATIONS } from "../../src/engine/sqlite/migrations.ts";
import { openDatabase } from "../../src/engine/sqlite/open-database.ts";
import { event, job, LEASE, NO_LEASE } from "../engine/conformance.ts";
import { folderWith, gbasic, gbasicProcess } from "./command.ts";
import { startServedBot } from "./served-bot.ts";
import { fillStore, folderWithStore, oneOfEach } from "./stored.ts";

const listed = z.array(z.looseObject({ id: z.string(), state: z.string() }));
const jobs = (folder: string, ...args: string[]) => gbasic(["jobs", ...args], folder);

async function idsOf(folder: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await jobs(folder, "list", "--json", ...args);
  return listed.parse(JSON.parse(stdout)).map(({ id }) => id);
}

describe("gbasic jobs list", () => {
  test("shows a line for each entry, newest first, with phone numbers hidden", async () => {
    const { code, stdout, stderr } = await jobs(await folderWithStore(oneOfEach), "list");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const rows = stdout.trimEnd().split("\n");
    expect(rows.map((row) => row.split(/ {2,}/).filter((_, column) => column !== 4))).toEqual([
      ["ID", "KIND", "STATE", "TRIES", "WHAT", "REASON"],
      ["cc", "event", "running", "1", "message from *********0003, POST /webhooks/whatsapp"],
      [
        ...["bb", "event", "unhandled", "0", "message from BR.7, POST /webhooks/whatsapp"],
        "nothing handles it",
      ],
      ["aa:4", "send", "skipped", "0", "whatsapp to *********0002", "a reason to skip"],
      ["aa:3", "send", "waiting", "0", "whatsapp to *********0001"],
      [
        ...["aa:2", "send", "unknown", "1", "whatsapp to *********0001"],
        "no answer about *********0001",
      ],
      ["aa:1", "job", "dead", "1", "SUB GREET", "GB2421: no such SUB"],
      ["aa", "event", "done", "1", "message from *********0001, POST /webhooks/whatsapp"],
    ]);
    expect(rows[1]).toMatch(/ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d /);
  });

  test.each([
    ["waiting", ["aa:3"]],
    ["running", ["cc"]],
    ["done", ["aa"]],
    ["dead", ["aa:1"]],
    ["unknown", ["aa:2"]],
    ["skipped", ["aa:4"]],
    ["unhandled", ["bb"]],
  ])("shows only what is %s", async (state, ids) => {
    expect(await idsOf(await folderWithStore(oneOfEach), "--state", state)).toEqual(ids);
  });

  test("shows those first that failed last", async () => {
    const folder = await folderWithStore(async (engine) => {
      await engine.accept([event("early", "a"), event("late", "b")], NO_LEASE);
      const [early, late] = await engine.leaseWork(LEASE);
      for (const leased of [late, early]) {
        if (leased === undefined) throw new Error("nothing to lease");
        const effects = { jobs: [], sends: [] };
        await engine.finishWork(leased.lease, { state: "dead", reason: "no" }, effects);
      }
    });
    expect((await idsOf(folder, "--state", "dead"))[0]).toBe("early");
  });

  test("gives programs stable names and times", async () => {
    const folder = await folderWithStore(oneOfEach);
    const { stdout } = await jobs(folder, "list", "--state", "unknown", "--json");
    const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(JSON.parse(stdout)).toEqual([
      {
        id: "aa:2",
        kind: "send",
        what: "whatsapp to *********0001",
        state: "unknown",
        attempts: 1,
        createdAt: time,
        dueAt: null,
        finishedAt: time,
        parentId: "aa",
        reason: "no answer about *********0001",
      },
    ]);
  });

  test("says that there are more than the limit", async () => {
    const folder = await folderWithStore(oneOfEach);
    expect(await idsOf(folder, "--limit", "2")).toEqual(["cc", "bb"]);
    expect((await jobs(folder, "list", "--limit", "2")).stderr).toContain("there are more");
    expect((await jobs(folder, "list", "--limit", "7")).stderr).toBe("");
  });

  test("says so where there is nothing", async () => {
    const folder = await folderWithStore(() => Promise.resolve());
    expect((await jobs(folder, "list")).stdout).toBe("nothing\n");
    expect((await jobs(folder, "list", "--state", "dead")).stdout).toBe("nothing is dead\n");
    expect((await jobs(folder, "list", "--json")).stdout).toBe("[]\n");
  });

  test("shows an entry whose row was changed by hand", async () => {
    const folder = await folderWithStore(oneOfEach);
    const database = new DatabaseSync(join(folder, ".gbasic", "gbasic.db"));
    database.exec("UPDATE entry SET item = '{' WHERE id = 'aa:3'");
    database.close();
    const { code, stdout } = await jobs(folder, "list", "--state", "waiting");
    expect({ code, row: stdout.includes("(not kept)") }).toEqual({ code: 0, row: true });
  });

  test.each([
    ["an unknown state", ["list", "--state", "nix"], "Allowed choices are waiting"],
    ["a limit of 0", ["list", "--limit", "0"], "expected a whole number from 1 on"],
    ["a misspelt command", ["lst"], "Did you mean list?"],
    ["no command", [], "Usage: gbasic jobs"],
    ["show without an id", ["show"], "missing required argument 'id'"],
  ])("refuses %s", async (_, args, told) => {
    const { code, stderr } = await jobs(await folderWithStore(oneOfEach), ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  });
});

describe("gbasic jobs show", () => {
  test("shows all of an event and what it made", async () => {
    const folder = await folderWithStore(oneOfEach);
    const { code, stdout } = await jobs(folder, "show", "aa");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^lane +whatsapp 115 5511999990001$/m);
    expect(stdout).toMatch(/^request\.body +\{"id":"aa"\}$/m);
    expect(stdout).toMatch(/\nmade\nID .*\naa:1 .*\naa:2 .*\naa:3 .*\naa:4 .*\n$/);
  });

  test("shows a job's arguments, reason and parent to programs", async () => {
    const folder = await folderWithStore(oneOfEach);
    const { stdout } = await jobs(folder, "show", "aa:1", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      id: "aa:1",
      reason: "GB2421: no such SUB",
      item: { script: "bot.bas", procedure: "GREET", arguments: ["ana"] },
      parent: { id: "aa", state: "done" },
      children: [],
    });
  });

  test("hides nothing of a message", async () => {
    const folder = await folderWithStore(oneOfEach);
    const { stdout } = await jobs(folder, "show", "aa:2", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      reason: "no answer about 5511999990001",
      item: { script: "bot.bas", line: 7, message: { to: "5511999990001", text: "text of aa:2" } },
    });
  });

  test("takes the beginning of an id; a run comes before what it made", async () => {
    const folder = await folderWithStore(async (engine) => {
      await engine.accept([event("abcd1"), event("abce2")], NO_LEASE);
      const parent = { parentId: "abcd1" };
      await engine.addEffects({ jobs: [job("abcd1:1", "x", parent)], sends: [] });
    });
    const shown = async (id: string) => (await jobs(folder, "show", id)).stdout.split("\n")[0];
    expect(await shown("abcd")).toMatch(/ abcd1$/);
    expect(await shown("abcd1:")).toMatch(/ abcd1:1$/);
    const { code, stderr } = await jobs(folder, "show", "abc");
    expect(code).toBe(2);
    expect(stderr).toContain("error GB5312: more than one id begins with abc: abcd1, abce2");
  });

  test("proposes an id for one that is misspelt", async () => {
    const folder = await folderWithStore(async (engine) => {
      await engine.accept([event("abcdefgh")], NO_LEASE);
    });
    const { code, stderr } = await jobs(folder, "show", "abcdxfgh");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error GB5311: .* abcdxfgh\n {2}hint: did you mean abcdefgh\?\n$/);
    expect((await jobs(folder, "show", "")).stderr).toContain("GB5311");
  });
});

test("gbasic jobs deliveries shows what became of each", async () => {
  const folder = await folderWithStore(oneOfEach);
  const { stdout } = await jobs(folder, "deliveries");
  const rows = stdout.trimEnd().split("\n");
  expect(rows.map((row) => row.split(/ {2,}/)[0])).toEqual(["ID", "cc", "bb", "aa"]);
  expect(rows[3]).toMatch(/done {2,}1 job dead, 1 send skipped, 1 send unknown, 1 send waiting$/);
  const { stdout: json } = await jobs(folder, "deliveries", "--json", "--limit", "1");
  expect(JSON.parse(json)).toMatchObject([{ id: "cc", state: "running", made: [] }]);
});

describe("the data folder", () => {
  test("is that of --data, else of GBASIC_DATA, else of .env, else .gbasic", async () => {
    const folder = await folderWith({ ".env": "GBASIC_DATA=from-env-file\nPORT=wrong\n" });
    for (const name of ["from-option", "from-environment", "from-env-file"]) {
      await fillStore(join(folder, name), async (engine) => {
        await engine.accept([event(name)], NO_LEASE);
      });
    }
    const environment = { GBASIC_DATA: "from-environment" };
    const list = ["jobs", "list"];
    const found = [
      await gbasic([...list, "--data", "from-option"], folder, environment),
      await gbasic(list, folder, environment),
      await gbasic(list, folder),
    ];
    expect(found.map(({ stdout }) => stdout.split("\n")[1]?.split(" ")[0])).toEqual([
      "from-option",
      "from-environment",
      "from-env-file",
    ]);
    const { code, stderr } = await gbasic(list, folder, { GBASIC_DATA: "" });
    expect({ code, told: stderr.startsWith("error GB5310: ") }).toEqual({ code: 2, told: true });
    expect(stderr).toContain(join(folder, ".gbasic"));
  });

  test("is left as it is, whatever is asked", async () => {
    const folder = await folderWithStore(oneOfEach);
    const data = join(folder, ".gbasic");
    const before = await readFile(join(data, "gbasic.db"));
    for (const args of [["list"], ["show", "aa"], ["deliveries"]]) await jobs(folder, ...args);
    expect(await readFile(join(data, "gbasic.db"))).toEqual(before);
    expect((await jobs(folder, "list", "--data", "nowhere")).code).toBe(2);
    expect(await readdir(folder)).toEqual([".gbasic"]);
  });

  test("says so where a newer gbasic wrote it", async () => {
    const folder = await folderWith({});
    openDatabase(join(folder, ".gbasic"), [...MIGRATIONS, "CREATE TABLE later (x)"]).close();
    const { code, stderr } = await jobs(folder, "list");
    expect({ code, told: stderr.slice(0, 12) }).toEqual({ code: 2, told: "error GB5304" });
  });

  test("says so where its file is damaged or cannot be read", async () => {
    const folder = await folderWithStore(oneOfEach);
    const path = join(folder, ".gbasic", "gbasic.db");
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, 5000));
    expect((await jobs(folder, "list")).stderr).toContain("error GB5303");
    await writeFile(path, "no database, but long enough for a header ".repeat(50));
    expect((await jobs(folder, "list")).stderr).toContain("error GB5303");
    if (process.getuid?.() === 0) return;
    await chmod(path, 0);
    expect((await jobs(folder, "list")).stderr).toContain("error GB5301");
  });

  test("can be looked into while a server uses it", async () => {
    const { data, deliver, stop } = await startServedBot();
    onTestFinished(stop);
    await deliver("5511999990001", "wamid.1", "Olá");
    const { code, stdout, stderr } = await gbasicProcess(
      ["jobs", "deliveries", "--data", data, "--json"],
      data,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject([
      { kind: "event", what: "message from *********0001, POST /webhooks/whatsapp" },
    ]);
  }, 60_000);
});
