import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";

const BOT = `ON WHATSAPP IMAGE DO
  DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id
  LOG "kept"
END ON
`;

test.each(["expired", "oversized", 404] as const)("a file that is %s for good", async (how) => {
  await using bed = await testBed({ text: BOT });
  bed.failNext("media", how);
  await bed.whatsapp("image");
  expect(bed.takeErrors()).toMatchObject([{ code: how === "oversized" ? "GB4673" : "GB4672" }]);
  await bed.whatsapp("image");
  expect(bed.logged).toEqual(["kept"]);
});

test.each(["damaged", 503, undefined] as const)("a file that is %s for now", async (how) => {
  await using bed = await testBed({ text: BOT });
  bed.failNext("media", how);
  await bed.whatsapp("image");
  expect(bed.logged).toEqual([]);
  await bed.advance({ hours: 1 });
  expect(bed.logged).toEqual(["kept"]);
});

test("a file is in a folder with a number, and goes on under the name that it came with", async () => {
  await using bed = await testBed({
    text: `ON WHATSAPP DOCUMENT DO
  LET FILE$ = DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id AS WHATSAPP.media.filename
  LOG FILE$
  SEND MAIL TO "shop@example.com" WITH SUBJECT "A file" ATTACH FILE$
END ON
`,
  });
  for (const filename of ["invoice.pdf", "invoice.pdf", "../../.invoice.pdf", "CON.pdf"]) {
    await bed.whatsapp("document", { filename });
  }
  expect(bed.logged).toEqual([
    "media/1/invoice.pdf",
    "media/2/invoice.pdf",
    "media/3/invoice.pdf",
    "media/4/_CON.pdf",
  ]);
  expect(bed.sentBy("mail").at(-2)).toMatchObject({ attachments: [{ name: "invoice.pdf" }] });
});

test("what cannot happen, and what nothing meets", async () => {
  const bed = await testBed({ text: BOT });
  expect(() => bed.failNext("media", 131052)).toThrow("GB3524");
  // @ts-expect-error a file cannot stay unanswered
  expect(() => bed.failNext("media", "unanswered")).toThrow('"expired", "damaged", "oversized"');
  // @ts-expect-error a message cannot expire
  expect(() => bed.failNext("whatsapp", "expired")).toThrow('it is "unanswered"');
  bed.failNext("media", "expired");
  await bed.whatsapp("text", { text: "hi" });
  await expect(bed.close()).rejects.toThrow(/"media"\): nothing was fetched/);
});
