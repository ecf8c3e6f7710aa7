/**
 * Loaded into a server before its own code: kills the process at one of the points where what is on
 * disk, what was sent and what was answered can differ. `KILL_AT` is `POINT:N`: at the Nth passing of
 * a point.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync, StatementSync } from "node:sqlite";

const [point = "", count = "0"] = (process.env.KILL_AT ?? "").split(":");
let left = Number(count);

function pass(passed: string): void {
  if (passed !== point) return;
  left -= 1;
  if (left <= 0) process.kill(process.pid, "SIGKILL");
}

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function execAndPass(sql: string): void {
  if (sql === "COMMIT") pass("before-commit");
  exec.call(this, sql);
  if (sql === "COMMIT") pass("after-commit");
};

/** Passes points around a method of statements whose text holds some words. */
function passAround(method: "run" | "all", words: string, before: string, after: string): void {
  const original = StatementSync.prototype[method];
  Object.defineProperty(StatementSync.prototype, method, {
    value(this: StatementSync, ...values: unknown[]): unknown {
      const isMeant = this.sourceSQL.includes(words);
      if (isMeant) pass(before);
      const result: unknown = Reflect.apply(original, this, values);
      if (isMeant) pass(after);
      return result;
    },
  });
}
// What a run was told is written inside a transaction, with what it did, and read when it is repeated.
passAround("run", "INTO journal", "before-journal", "after-journal");
passAround("all", "FROM journal", "before-recall", "after-recall");

const { fdatasync } = fs;
fs.fdatasync = Object.assign(
  (file: number, callback: fs.NoParamCallback) => {
    pass("before-flush");
    fdatasync(file, (error) => {
      pass("after-flush");
      callback(error);
    });
  },
  { __promisify__: fdatasync.__promisify__ },
);
syncBuiltinESMExports();

const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  const [address] = request;
  const url = address instanceof Request ? address.url : String(address);
  const what = url.endsWith("/chat/completions") ? "ask" : "send";
  pass(`before-${what}`);
  const response = await fetch(...request);
  pass(`after-${what}`);
  return response;
};
