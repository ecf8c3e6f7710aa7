/**
 * Installs the packed package into an empty folder, as a user would, compiles a program against its
 * types, makes a project and runs its tests, tests a script with `gbasic/testing`, serves it from
 * there with `npx gbasic serve`, calls it, and stops it.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const SCRIPT = `ON WEBHOOK POST TO "/hello" DO
  LET NAME$ = GET FORM VALUE "name"
  PRINT "Hello, " + NAME$ + "!"
END ON
`;
const CONSUMER = `import { defineStatement, SourceFile } from "gbasic";
import { testBed, type ScriptBed } from "gbasic/testing";

export async function greets(): Promise<string> {
  const bed: ScriptBed = await testBed({ script: "scripts/hello.bas" });
  const { body } = await bed.request("POST", "/hello", { form: { name: "Ana" } });
  // @ts-expect-error a channel of that name is not there
  bed.sentBy("fax");
  await bed.close();
  return body;
}

export const line: string = new SourceFile("a.bas", "PRINT 1").line(1);
export const sendFax = defineStatement({
  pattern: "SEND FAX TO <to:text>",
  summary: "Sends a fax.",
  example: 'SEND FAX TO "+15550001111"',
  needs: ["log"],
  run: ({ to }, { host, place }) => host.log.write(\`fax to \${to}\`, undefined, place),
});
// @ts-expect-error the slot is a text
defineStatement({ pattern: "A <b:text>", summary: "", example: "", run: ({ b }) => b.toFixed() });
`;
/** The example of the page for `node:test`, which tests a script of a new project. */
const BED_TEST =
  /```js\n([^]*?)```/.exec(readFileSync("docs/testing-typescript.md", "utf8"))?.[1] ?? "";
/** Milliseconds. */
const START_LIMIT = 30_000;
const STOP_LIMIT = 15_000;

/** Packs the checkout and installs the file into `folder`. */
function installPacked(folder: string): void {
  const packed = execFileSync(
    "npm",
    ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder],
    {
      encoding: "utf8",
    },
  ).trim();
  const name = packed.split("\n").at(-1) ?? "";
  const options = { cwd: folder, stdio: "inherit" } as const;
  execFileSync("npm", ["init", "--yes", "--silent"], { ...options, stdio: "ignore" });
  execFileSync("npm", ["install", "--no-audit", "--no-fund", join(folder, name)], options);
}

function consumerOptions(checkout: string) {
  const compilerOptions = {
    ...{ noEmit: true, strict: true, module: "nodenext", target: "es2024", lib: ["es2024"] },
    ...{ types: ["node"], typeRoots: [join(checkout, "node_modules/@types")] },
  };
  return { compilerOptions, files: ["consumer.ts"] };
}

/** Compiles a program that uses the library, with nothing but the packed types to go by. */
function checkTypes(folder: string, checkout: string): void {
  const compiler = join(checkout, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "--project", folder], { stdio: "inherit" });
}

/** Makes a project with the package, runs its tests, and one of `gbasic/testing`. */
function makeProject(folder: string): void {
  const npx = (cwd: string, ...args: readonly string[]) => {
    execFileSync("npx", ["--no-install", "gbasic", ...args], { cwd, stdio: "inherit" });
  };
  npx(folder, "new", "bot");
  const project = join(folder, "bot");
  npx(project, "test");
  const made = readFileSync(join(project, "package.json"), "utf8");
  if (!/"gbasic": "\^\d/.test(made))
    throw new Error(`the project does not ask for gbasic: ${made}`);
  writeFileSync(join(project, "bed.test.mjs"), BED_TEST);
  const output = execFileSync(process.execPath, ["--test", "--test-reporter=tap"], {
    cwd: project,
    encoding: "utf8",
  });
  if (!output.includes("ok 1 - a call is answered")) throw new Error(output);
}

/** Returns the address of the ready line; what else the server prints goes to standard error. */
async function readyAddress(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error("the server has no standard output");
  const limit = AbortSignal.timeout(START_LIMIT);
  limit.addEventListener("abort", () => signal(server, "SIGKILL"));
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /^listening on (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
    console.error(line);
  }
  throw new Error("the server ended, or did not say that it listens in time");
}

async function callHandler(address: string): Promise<void> {
  const body = new URLSearchParams({ name: "Ana & João" });
  const response = await fetch(`${address}/hello`, { method: "POST", body });
  const text = await response.text();
  if (response.status !== 200 || text !== "Hello, Ana & João!") {
    throw new Error(`expected the greeting, got ${response.status} ${text}`);
  }
}

/** Sends a signal to npx and to the server it started, as a terminal does on Ctrl+C. */
function signal(server: ChildProcess, name: "SIGINT" | "SIGKILL"): void {
  if (server.pid !== undefined && server.exitCode === null && server.signalCode === null) {
    process.kill(-server.pid, name);
  }
}

/** Ends the server and waits until nothing holds its output any more. */
async function stop(server: ChildProcess): Promise<void> {
  const closed = once(server, "close", { signal: AbortSignal.timeout(STOP_LIMIT) });
  signal(server, "SIGINT");
  await closed;
}

const folder = await mkdtemp(join(tmpdir(), "gbasic-smoke-"));
try {
  installPacked(folder);
  await writeFile(join(folder, "consumer.ts"), CONSUMER);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(consumerOptions(process.cwd())));
  checkTypes(folder, process.cwd());
  await mkdir(join(folder, "scripts"));
  await writeFile(join(folder, "scripts", "hello.bas"), SCRIPT);
  makeProject(folder);
  const server = spawn("npx", ["--no-install", "gbasic", "serve", "scripts", "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  try {
    await callHandler(await readyAddress(server));
    await stop(server);
  } finally {
    signal(server, "SIGKILL");
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log("packed package: installs, has its types, makes a project, tests, serves and stops");
