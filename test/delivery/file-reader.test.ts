import { link, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileReader } from "../../src/delivery/file-reader.ts";

/** Six bytes. */
const LIMIT = { megabytes: 6 / 1024 / 1024, taker: "a mail" };

describe("reading files for scripts", () => {
  let base: string;
  let folder: string;
  beforeEach(async () => {
    base = await mkdtemp(path.join(tmpdir(), "gbasic-files-"));
    folder = path.join(base, "scripts");
    await mkdir(path.join(folder, "sub"), { recursive: true });
    await writeFile(path.join(base, "secret.txt"), "secret");
    await writeFile(path.join(folder, "sub", "a.txt"), "inside");
  });
  afterEach(() => rm(base, { recursive: true }));

  const read = async (file: string) =>
    new TextDecoder().decode(await createFileReader({ folder, closed: [] }).read(file, LIMIT));

  it("reads below the folder, through links that stay there", async () => {
    await symlink(path.join(folder, "sub"), path.join(folder, "link"));
    expect(await read("sub/a.txt")).toBe("inside");
    expect(await read("./link/../sub/a.txt")).toBe("inside");
    expect(await read("link/a.txt")).toBe("inside");
    expect(await read(path.join(folder, "sub", "a.txt"))).toBe("inside");
  });

  it.each(["../secret.txt", "sub/../../secret.txt", "/etc/passwd", "..", "."])(
    "refuses %s",
    async (file) => {
      await expect(read(file)).rejects.toMatchObject({ code: "GB4231" });
    },
  );

  it("refuses links that lead out", async () => {
    await symlink(path.join(base, "secret.txt"), path.join(folder, "link.txt"));
    await symlink(base, path.join(folder, "up"));
    await expect(read("link.txt")).rejects.toMatchObject({ code: "GB4231" });
    await expect(read("up/secret.txt")).rejects.toMatchObject({ code: "GB4231" });
  });

  it.each([".env", "sub/.git/config", "./sub/../.env", "link.txt", "data/gbasic.db", "key.pem"])(
    "refuses %s, which is hidden or the server's own",
    async (file) => {
      await mkdir(path.join(folder, "data"));
      for (const name of [".env", "data/gbasic.db", "key.pem"])
        await writeFile(path.join(folder, name), "secret");
      await symlink(path.join(folder, ".env"), path.join(folder, "link.txt"));
      const closed = [path.join(folder, "data"), path.join(folder, "key.pem"), "/nowhere"];
      const reader = createFileReader({ folder, closed });
      await expect(reader.read(file, LIMIT)).rejects.toMatchObject({ code: "GB4234" });
      expect(await read("sub/a.txt")).toBe("inside");
    },
  );

  it("refuses the server's own files by their other names, and no other file that has several", async () => {
    await mkdir(path.join(folder, "data"));
    for (const name of [".env", "data/gbasic.db", "sub/b.txt"])
      await writeFile(path.join(folder, name), "secret");
    await link(path.join(folder, ".env"), path.join(folder, "prices.txt"));
    await link(path.join(folder, "data/gbasic.db"), path.join(folder, "orders.txt"));
    await link(path.join(folder, "sub/b.txt"), path.join(folder, "copy.txt"));
    const closed = [path.join(folder, ".env"), path.join(folder, "data"), "/nowhere"];
    const reader = createFileReader({ folder, closed });
    await expect(reader.read("prices.txt", LIMIT)).rejects.toMatchObject({ code: "GB4234" });
    await expect(reader.read("orders.txt", LIMIT)).rejects.toMatchObject({ code: "GB4234" });
    expect(new TextDecoder().decode(await reader.read("copy.txt", LIMIT))).toBe("secret");
  });

  it.each([["missing.txt"], ["sub"], ["sub/a.txt/b"], ["a\0b"]])("cannot read %j", async (file) => {
    await expect(read(file)).rejects.toMatchObject({ code: "GB4232" });
  });

  it("refuses files that are too large", async () => {
    await writeFile(path.join(folder, "large.txt"), "1234567");
    await expect(read("large.txt")).rejects.toMatchObject({ code: "GB4233" });
  });
});
