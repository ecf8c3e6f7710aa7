import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path/posix";
import { expect, test } from "vitest";

const files = globSync("{src,test,bench}/**/*.ts");

test("files have kebab-case names that say what they hold", () => {
  const misnamed = files.filter((file) => {
    const [name = "", ...suffixes] = basename(file).split(".");
    const vague = /^(utils?|helpers?|common|misc|shared)$/.test(name);
    return vague || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || suffixes.length > 2;
  });
  expect(misnamed).toEqual([]);
});

test("each message has a number of its own, given in src/diagnostics/codes only", () => {
  const places = new Map<string, string[]>();
  const declaring = files.filter((path) => /^src\/(?!diagnostics\/explanations\/)/.test(path));
  for (const file of declaring) {
    // A declaration that names the errors it raises declares none.
    const text = readFileSync(file, "utf8").replace(/\braises: \[[^\]]*\]/g, "");
    for (const [, code = ""] of text.matchAll(/"(GB\d+)"/g)) {
      places.set(code, [...(places.get(code) ?? []), file]);
    }
  }
  const wrong = [...places].filter(
    ([code, found]) =>
      found.length > 1 ||
      !/^GB[1-5]\d{3}$/.test(code) ||
      !found[0]?.startsWith("src/diagnostics/codes/"),
  );
  expect(places.size).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
