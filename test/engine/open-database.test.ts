import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MIGRATIONS } from "../../src/engine/sqlite/migrations.ts";
import { openDatabase } from "../../src/engine/sqlite/open-database.ts";
import { StoreError } from "../../src/engine/sqlite/store-error.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gbasic-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, "gbasic.db");

function codeOfOpening(at = folder): string {
  try {
    openDatabase(at).close();
    return "opened";
  } catch (error) {
    if (error instanceof StoreError) return error.detail.code;
    throw error;
  }
}

describe("the database of a data folder", () => {
  it("is made where there is none, below folders that are made too", () => {
    expect(codeOfOpening(join(folder, "a", "b"))).toBe("opened");
    expect(codeOfOpening(join(folder, "a", "b"))).toBe("opened");
  });

  it("belongs to one process at a time", () => {
    const first = openDatabase(folder);
    expect(codeOfOpening()).toBe("GB5302");
    first.close();
    expect(codeOfOpening()).toBe("opened");
  });

  it("is left alone where a newer gbasic wrote it", () => {
    openDatabase(folder, [...MIGRATIONS, "CREATE TABLE later (x)"]).close();
    const before = readFileSync(file());
    expect(codeOfOpening()).toBe("GB5304");
    expect(readFileSync(file())).toEqual(before);
  });

  it.each([
    ["text", () => writeFileSync(file(), "no database, but long enough for a header ".repeat(50))],
    ["a file that ends early", () => truncated()],
    ["the database of another program", () => foreign()],
  ])("is left alone where it is %s", (_, make) => {
    make();
    const before = readFileSync(file());
    expect(codeOfOpening()).toBe("GB5303");
    expect(readFileSync(file())).toEqual(before);
  });

  it("takes an empty file for a new database", () => {
    writeFileSync(file(), "");
    expect(codeOfOpening()).toBe("opened");
  });

  it("says so where its folder is a file", () => {
    writeFileSync(join(folder, "data"), "");
    expect(codeOfOpening(join(folder, "data"))).toBe("GB5301");
  });

  // The superuser may write everywhere.
  it.skipIf(process.getuid?.() === 0)("says so where its folder cannot be written", () => {
    chmodSync(folder, 0o500);
    expect(codeOfOpening()).toBe("GB5301");
    chmodSync(folder, 0o700);
  });

  it.each(MIGRATIONS.map((_, index) => index + 1))("grows from version %i on", (version) => {
    openDatabase(folder, MIGRATIONS.slice(0, version)).close();
    expect(codeOfOpening()).toBe("opened");
    const database = new DatabaseSync(file(), { readOnly: true });
    const found = database.prepare("PRAGMA user_version").get()?.user_version;
    database.close();
    expect(found).toBe(MIGRATIONS.length);
  });

  it("stays at its version where a step fails", () => {
    openDatabase(folder).close();
    expect(() => openDatabase(folder, [...MIGRATIONS, "CREATE TABLE x (y); NONSENSE"])).toThrow(
      StoreError,
    );
    expect(codeOfOpening()).toBe("opened");
  });
});

function truncated(): void {
  openDatabase(folder).close();
  writeFileSync(file(), readFileSync(file()).subarray(0, 5000));
}

function foreign(): void {
  const database = new DatabaseSync(file());
  database.exec("CREATE TABLE theirs (x)");
  database.close();
}
