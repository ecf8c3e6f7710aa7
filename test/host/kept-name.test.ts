import { describe, expect, test } from "vitest";
import { nameInAddress, safePath, withEnd } from "../../src/host/media/kept-name.ts";

describe("what somebody calls a file is made a path that every system takes", () => {
  test.each([
    ["invoice.pdf", "invoice.pdf"],
    ["photos/today.jpg", "photos/today.jpg"],
    ["media/photos/today.jpg", "photos/today.jpg"],
    ["media", "media"],
    [" Preisé & 茶 (1), #2 50%.pdf ", "Preisé & 茶 (1), #2 50%.pdf"],
    ["हिन्दी.pdf", "हिन्दी.pdf"],
    ["\u{1f468}\u200d\u{1f469}\u200d\u{1f467}.jpg", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}.jpg"],
    ["../../../etc/x.pdf", "etc/x.pdf"],
    ["/etc/passwd", "etc/passwd"],
    ["C:\\Users\\ana\\x.pdf", "C_/Users/ana/x.pdf"],
    [".htaccess", "htaccess"],
    ["a/.ssh/.. /...", "a/ssh"],
    ["x.pdf. . ", "x.pdf"],
    ["a\u0000b\r\nc\u007f.pdf", "a_b__c_.pdf"],
    ["invoice\u202efdp.exe", "invoice_fdp.exe"],
    ["a\ufeff\u2066b\ud800.pdf", "a__b_.pdf"],
    ['<a>:"b"|?*.pdf', "_a___b____.pdf"],
    ["CON", "_CON"],
    ["nul.tar.gz", "_nul.tar.gz"],
    ["Com1.txt", "_Com1.txt"],
    ["lpt¹.txt", "_lpt¹.txt"],
    ["console.txt", "console.txt"],
    ["a//b", "a/b"],
    ["", "other"],
    [" ./. ", "other"],
    ["...", "other"],
    ["\\\\", "other"],
  ])("%j becomes %j", (written, path) => {
    expect(safePath(written, "other")).toBe(path);
  });

  test.each([
    ["letters", "n".repeat(300)],
    ["letters of 3 bytes", "茶".repeat(300)],
    ["letters of 4 bytes", "\u{1f375}".repeat(300)],
    ["a million letters", "n".repeat(1_000_000)],
    ["a million dots", `a${".".repeat(1_000_000)}b`],
  ])("%s are shortened, and the end stays", (_, stem) => {
    const name = safePath(`${stem}.pdf`, "other");
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name.isWellFormed()).toBe(true);
    expect(name).toMatch(/[^.]\.pdf$/u);
  });

  test("of many folders the last stay", () => {
    expect(safePath(`${"a/".repeat(5000)}b/c.pdf`, "other")).toBe(`${"a/".repeat(8)}b/c.pdf`);
    const long = safePath(`${`${"n".repeat(90)}/`.repeat(5)}c.pdf`, "other");
    expect(long).toBe(`${`${"n".repeat(90)}/`.repeat(2)}c.pdf`);
  });

  test("what is safe stays as it is", () => {
    const names = ["..\\a:b\u202e.", `${"n".repeat(199)}. x.pdf`, "nul.", "media/media/x"];
    for (const name of names) {
      const safe = safePath(name, "other");
      expect(safePath(safe, "other"), name).toBe(safe.replace(/^media\//, ""));
    }
  });
});

test.each([
  ["https://shop.example/a/prices.png?x=1", "prices.png"],
  ["https://shop.example/a%20b.png", "a b.png"],
  ["https://shop.example/%2e%2e%2f.b", "b"],
  ["https://shop.example/%zz.png", "%zz.png"],
  ["https://shop.example/", "download"],
  ["https://shop.example/%2e%2e%2f", "download"],
  ["no address", "download"],
])("the file at %s is called %s", (url, name) => {
  expect(nameInAddress(url)).toBe(name);
});

test.each([
  ["a", "image/jpeg", "a.jpg"],
  ["a.pdf", "image/jpeg", "a.pdf"],
  ["a", undefined, "a.bin"],
  ["a", "x/unknown", "a.bin"],
  ["a.b c", "text/csv; charset=utf-8", "a.b c.csv"],
])("%j of the type %s is kept as %s", (path, type, kept) => {
  expect(withEnd(path, type)).toBe(kept);
});
