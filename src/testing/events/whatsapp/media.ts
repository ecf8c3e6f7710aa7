import {
  type EventField,
  optionalField,
  type SettledField,
  standardField,
} from "../event-field.ts";
import { someText } from "../field-forms.ts";
import type { FieldValues } from "../field-values.ts";
import { type JsonObject, jsonObject } from "../json.ts";

/** The hash of no bytes at all, as Base64; nobody can download the file of an event that is made. */
const SHA256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

const mediaId = standardField(
  "media id",
  "id by which the file can be downloaded",
  "1003383421387256",
  someText,
);
const url = optionalField("url", "address of the file, which Meta adds to some messages", someText);

/** A caption under a file. */
export const caption = optionalField("caption", "what stands under it");

/** The fields of a message with a file, and the members that they make. */
export interface MediaFields {
  readonly fields: readonly EventField[];
  /** Returns `id`, `mime_type`, `sha256` and, where it is given, `url`. */
  members(values: FieldValues): JsonObject;
}

/** Makes the fields of a message with a file. @param standard its media type where none is given */
export function mediaFields(standard: string): MediaFields {
  const mimeType: SettledField<string> = standardField(
    "mime type",
    "media type of the file",
    standard,
    someText,
  );
  return {
    fields: [mediaId, mimeType, url],
    members: (values) =>
      jsonObject({
        mime_type: values.get(mimeType),
        sha256: SHA256,
        id: values.get(mediaId),
        url: values.find(url),
      }),
  };
}
