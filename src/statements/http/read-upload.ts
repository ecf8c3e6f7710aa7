import { uploadMessages } from "../../diagnostics/codes/upload.ts";
import type { FileReader } from "../../host/host.ts";
import type { FileBody, FormBody, FormPart } from "../../host/http-body.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { readFiles, readOneFile } from "./attached-files.ts";
import { pairsOf } from "./web-address.ts";

/** What a script says of a call that may send files. */
export interface WrittenUpload {
  /** Of the statement, for messages. */
  readonly title: string;
  /** Names and values that go beside the files of ATTACH. */
  readonly values: Value | undefined;
  /** What stands behind ATTACH; undefined where there is none. */
  readonly attach: Value | undefined;
  /** The path of the file that is sent alone. */
  readonly file: string | undefined;
  /** The content type that the call names. */
  readonly type: string | undefined;
}

/**
 * Reads the files of a call.
 * @returns a file alone, a form with its texts before its files, or undefined where there are none
 * @throws BasicError GB4750 to GB4755, or where a file cannot be read
 */
export async function readUpload(
  written: WrittenUpload,
  files: FileReader,
): Promise<FileBody | FormBody | undefined> {
  const { title, values, attach, file } = written;
  if (file === undefined)
    return attach === undefined ? undefined : readForm(written, attach, files);
  if (values !== undefined || attach !== undefined) {
    throw new BasicError(uploadMessages.fileAlone(title));
  }
  return { kind: "file", file: await readOneFile(title, file, files) };
}

async function readForm(
  { title, values = null, type }: WrittenUpload,
  attach: Value,
  files: FileReader,
): Promise<FormBody> {
  if (type !== undefined && !/^multipart\/form-data\s*(?:;|$)/i.test(type)) {
    throw new BasicError(uploadMessages.formType(title, type));
  }
  if (values !== null && !isObject(values)) {
    throw new BasicError(uploadMessages.formNeedsNames(title, describe(values)));
  }
  const texts = values === null ? [] : pairsOf(title, values);
  const parts: FormPart[] = texts.map(([name, value]) => ({ name, value }));
  return { kind: "form", parts: [...parts, ...(await readFiles(title, attach, files))] };
}
