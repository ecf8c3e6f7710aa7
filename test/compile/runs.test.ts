import { expect, test } from "vitest";
import type { Colour } from "../../src/compile/context.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { compile, testRun } from "./run-script.ts";

const COLOURS: readonly Colour[] = ["as needed", "async"];

test.each(COLOURS)("a handler runs after a fresh top level (%s)", async (colour) => {
  const script = compile(
    `count = 1
ON WEBHOOK POST TO "/a" DO
  count = count + 1
  local = count
  PRINT local
  RETURN { "status": 201 }
END ON`,
    colour,
  );
  const [handler] = script.handlers;
  for (let run = 0; run < 2; run += 1) {
    const { context, recorded } = testRun();
    expect(await handler?.run(context)).toEqual({ status: 201 });
    expect(recorded.printed).toEqual([2]);
  }
  expect(handler?.title).toBe('ON WEBHOOK POST TO "/a"');
  expect(handler?.declaration).toMatchObject({ kind: "webhook", method: "POST", path: "/a" });
  expect(handler?.script).toBe(script);
});

test.each([
  ["RETURN 7", 7],
  ["EXIT", null],
])("%s at the top level ends the run before the handler", async (leave, expected) => {
  const source = `IF TRUE THEN ${leave}\nON WEBHOOK POST TO "/a" DO\nPRINT 1\nEND ON`;
  const { context, recorded } = testRun();
  expect(await compile(source).handlers[0]?.run(context)).toBe(expected);
  expect(recorded.printed).toEqual([]);
});

test("a handler without RETURN, or one that says EXIT, gives null", async () => {
  const handlers = `ON WEBHOOK POST TO "/a" DO\nEND ON
ON WEBHOOK POST TO "/b" DO\nquit()\nPRINT 1\nEND ON
SUB quit()\nEXIT\nEND SUB`;
  const { context, recorded } = testRun();
  const script = compile(handlers);
  expect(await script.handlers[0]?.run(context)).toBeNull();
  expect(await script.handlers[1]?.run(context)).toBeNull();
  expect(recorded.printed).toEqual([]);
});

test.each(COLOURS)("SPAWN records the call and goes on (%s)", async (colour) => {
  const source = `SPAWN PROCESS MESSAGE "ana", [1]
SPAWN note(2)
PRINT "after"
SUB PROCESS MESSAGE WHO$, ITEMS
  PRINT WHO$ & ITEMS
END SUB
SUB note(n$)
  PRINT n$ + "!"
END SUB`;
  const script = compile(source, colour);
  const { context, recorded, spawned } = testRun();
  await script.runMain(context);
  expect(recorded.printed).toEqual(["after"]);
  expect(spawned).toEqual([
    { procedure: "PROCESS MESSAGE", args: ["ana", [1]], delayMs: 0 },
    { procedure: "NOTE", args: ["2"], delayMs: 0 },
  ]);
});

test.each(COLOURS)("SPAWN AFTER records how long to wait (%s)", async (colour) => {
  const source = `n = 2
SPAWN note n AFTER 1.5 MINUTES
SPAWN note AFTER n + 1 hour
SPAWN note(1) AFTER n DAYS : SPAWN note AFTER 0 SECONDS
SPAWN note AFTER "30" SECONDS
after = 7
SPAWN note after
SPAWN note after AFTER n SECONDS
SUB note(x)
END SUB`;
  const { context, spawned } = testRun();
  await compile(source, colour).runMain(context);
  expect(spawned.map(({ args, delayMs }) => [args, delayMs])).toEqual([
    [[2], 90_000],
    [[], 3 * 3_600_000],
    [[1], 2 * 86_400_000],
    [[], 0],
    [[], 30_000],
    [[7], 0],
    [[7], 2000],
  ]);
});

test.each([
  ["n MINUTES", -5, "GB3150"],
  ["n DAYS", 367, "GB3150"],
  ["n SECONDS", 1e300, "GB3150"],
  ["n SECONDS", "soon", "GB3001"],
  ["n SECONDS", [1, 2], "GB3001"],
])("SPAWN AFTER %s with %j is an error at run time", async (delay, value, code) => {
  const source = `n = ${JSON.stringify(value)}\nSPAWN note AFTER ${delay}\nSUB note\nEND SUB`;
  const { context, spawned } = testRun();
  await expect(compile(source).runMain(context)).rejects.toMatchObject({ code });
  expect(spawned).toEqual([]);
});

test("a SUB can be started from outside, with a fresh top level", async () => {
  const script = compile(`greeting = "hi"\nSUB job(who$, times)
FOR i = 1 TO times\nPRINT greeting + who$\nNEXT\nIF who$ = "" THEN PRINT "nobody"\nEND SUB`);
  const job = script.procedures.get("JOB");
  const { context, recorded } = testRun();
  expect(await job?.run(context, [7, 2])).toBeNull();
  await job?.run(context, []);
  expect(recorded.printed).toEqual(["hi7", "hi7", "nobody"]);
  expect(job).toMatchObject({ displayName: "job" });
});

test("a FUNCTION started from outside gives its value", async () => {
  const { context } = testRun();
  const script = compile("FUNCTION twice$(n)\nRETURN n * 2\nEND FUNCTION");
  expect(await script.procedures.get("TWICE")?.run(context, [4])).toBe("8");
});

test.each(COLOURS)(
  "an error has the calls that led to it, innermost first (%s)",
  async (colour) => {
    const source = `ON WEBHOOK POST TO "/a" DO
  x = outer(1)
END ON
FUNCTION outer(n)
  RETURN 1 + inner(n)
END FUNCTION
FUNCTION inner(n)
  RETURN n / (n - 1)
END FUNCTION`;
    const { context } = testRun();
    const failing = compile(source, colour).handlers[0]?.run(context);
    const error: unknown = await failing?.catch((caught: unknown) => caught);
    if (!(error instanceof BasicError)) throw error;
    const frames = error.frames.map(({ name, file, span }) => {
      const { line, column } = file.position(span.start);
      return `${name} ${String(line)}:${String(column)}`;
    });
    expect(frames).toEqual(["inner 5:14", "outer 2:7", 'ON WEBHOOK POST TO "/a" 1:1']);
  },
);

test("a failed SPAWN has its place", async () => {
  const { context } = testRun();
  const spawn = () => {
    throw new BasicError({ code: "GB3998", severity: "error", message: "full" });
  };
  const running = compile("SPAWN job()\nSUB job()\nEND SUB").runMain({ ...context, spawn });
  await expect(running).rejects.toMatchObject({ detail: { code: "GB3998" }, span: { start: 0 } });
});

test("an error that is none of the script passes as it is", async () => {
  const { context } = testRun();
  const bug = new TypeError("a bug");
  const running = compile("s()\nSPAWN s()\nSUB s()\nEND SUB").runMain({
    ...context,
    spawn: () => {
      throw bug;
    },
  });
  await expect(running).rejects.toBe(bug);
});

test("a script knows what it needs", () => {
  const source = `ON WEBHOOK POST TO "/a" DO\nIF FALSE THEN notify()\nPRINT RND()\nEND ON
SUB notify()\nSEND SMS TO "+1" WITH "x"\nEND SUB`;
  expect([...compile(source).needs].toSorted()).toEqual(["output", "random", "sms"]);
});
