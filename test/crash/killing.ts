/**
 * Loaded into a server before its own code: kills the process at one of the points where what is on
 * disk and what was sent can differ. `KILL_AT` is `POINT:N`: at the Nth passing of a point.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync } from "node:sqlite";

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
  pass("before-send");
  const response = await fetch(...request);
  pass("after-send");
  return response;
};
