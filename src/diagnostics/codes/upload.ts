import { error } from "../message.ts";

/** GB475x: files that calls over HTTP and mails send. */
export const uploadMessages = {
  attachedKind: (title: string, found: string) =>
    error(
      "GB4750",
      `ATTACH of ${title} takes the path of a file, a list of paths, or fields with paths, not ${found}`,
      `write ${title} url ATTACH "invoice.pdf", or ATTACH { "document": "invoice.pdf" } to name the field`,
    ),
  attachedFile: (field: string, problem: string) =>
    error(
      "GB4751",
      `the file of the field ${JSON.stringify(field)} ${problem}`,
      'write { "path": "media/a.pdf", "name": "invoice.pdf" }, or { "content": TEXT$, "name": "orders.csv" }',
    ),
  uploadTooLarge: (title: string, megabytes: number) =>
    error(
      "GB4752",
      `the files of this ${title} have more than ${String(megabytes)} MB together`,
      "send them with several calls, or smaller ones",
    ),
  formNeedsNames: (title: string, found: string) =>
    error(
      "GB4753",
      `beside ATTACH, ${title} sends names and values, not ${found}`,
      `write ${title} url WITH name = value ATTACH path; to send a file and nothing else: ${title} url FILE path`,
    ),
  formType: (title: string, type: string) =>
    error(
      "GB4754",
      `ATTACH of ${title} sends a form, multipart/form-data, and not ${type}`,
      `leave the content type out; to send a file alone as ${type}: ${title} url FILE path HEADERS { "Content-Type": ${JSON.stringify(type)} }`,
    ),
  mailTooLarge: (megabytes: number) =>
    error(
      "GB4759",
      `the files of this mail have more than ${String(megabytes)} MB together`,
      "send them with several mails, or the address where they are in place of the files",
    ),
  fileAlone: (title: string) =>
    error(
      "GB4755",
      `FILE of ${title} sends a file and nothing else, and here are other data or files`,
      `write ${title} url FILE path, or ${title} url WITH name = value ATTACH path for a form`,
    ),
  noFilePath: (title: string) =>
    error(
      "GB4756",
      `FILE of ${title} takes the path of a file, not an empty text`,
      `write ${title} url FILE "invoice.pdf", and look at where the path comes from`,
    ),
};
