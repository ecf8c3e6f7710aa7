import type { uploadMessages } from "../codes/upload.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/upload.ts`. */
export const uploadExplanations: ExplanationsOf<typeof uploadMessages> = {
  GB4750: {
    title: "Files that are no paths",
    means:
      "ATTACH of a call takes the path of a file, a list of paths, or an object whose names are fields of the form and whose values are paths. What stands there is something else, or nothing: most often a variable that was never set.",
    example: {
      kind: "run",
      script: `LET ANSWER = POST "https://shop.example/files" ATTACH INVOICE$`,
    },
    mend: 'Write the path: `ATTACH "invoice.pdf"`, or `ATTACH { "document": "invoice.pdf" }` where the service wants the field to have that name.',
  },
  GB4751: {
    title: "A file that is described wrongly",
    means:
      "A file is a path, or an object with `path` or `content`, and with `name` and `type` where the service is to see others than those of the path. A file that is made of a text has no path, so it needs a name.",
    example: {
      kind: "run",
      script: `LET ANSWER = POST "https://shop.example/files" ATTACH { "list": { "content": "a;b" } }`,
    },
    mend: 'Write both: `ATTACH { "list": { "content": TEXT$, "name": "orders.csv" } }`.',
  },
  GB4752: {
    title: "More files than one call takes",
    means: "One call sends files of 25 MB together at most, which it holds in memory.",
    example: { kind: "situation", text: "A script sends ten films of 5 MB with one POST." },
    mend: "Send them with a call each. A single file of more than 25 MB is not read at all.",
  },
  GB4753: {
    title: "A text beside files",
    means:
      "ATTACH sends a form, whose fields have names. A text or a list has none, so it cannot go along.",
    example: {
      kind: "run",
      script: `LET ANSWER = POST "https://shop.example/files", "an invoice" ATTACH "invoice.pdf"`,
    },
    mend: 'Give it a name: `POST url WITH comment = "an invoice" ATTACH "invoice.pdf"`.',
  },
  GB4754: {
    title: "Another content type than that of forms with files",
    means:
      "ATTACH sends multipart/form-data. The call names another content type, which says that the body is something else.",
    example: {
      kind: "run",
      script: `LET ANSWER = POST "https://shop.example/files" ATTACH "invoice.pdf" HEADERS { "Content-Type": "application/pdf" }`,
    },
    mend: "Leave the content type out. Where the service wants the bytes of the file and nothing else, write `POST url FILE path`.",
  },
  GB4759: {
    title: "More files than one mail takes",
    means:
      "A mail sends files of 25 MB together at most. Mail servers take about as much, and a mail is larger than its files by a third.",
    example: { kind: "situation", text: "A script attaches ten films of 5 MB to one mail." },
    mend: "Send several mails, or write into the mail where the files can be fetched.",
  },
  GB4755: {
    title: "A file alone, and something beside it",
    means:
      "FILE sends the bytes of a file and nothing else. The call also has names and values, data, or files behind ATTACH, which would have no place.",
    example: {
      kind: "run",
      script: `LET ANSWER = PUT "https://shop.example/files/7" WITH title = "tea" FILE "tea.jpg"`,
    },
    mend: "Write ATTACH in the place of FILE to send a form with both, or leave the data out.",
  },
  GB4756: {
    title: "A file without a path",
    means: "FILE sends the file at a path, and the path is an empty text.",
    example: { kind: "run", script: `LET ANSWER = PUT "https://shop.example/files/7" FILE PHOTO$` },
    mend: "Look at where the path comes from: a variable that was never set is empty. `DOWNLOAD` and `DOWNLOAD WHATSAPP MEDIA` give paths.",
  },
};
