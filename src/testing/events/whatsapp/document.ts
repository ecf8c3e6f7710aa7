import { defineMessage } from "../define-message.ts";
import { standardField } from "../event-field.ts";
import { someText } from "../field-forms.ts";
import { jsonObject } from "../json.ts";
import { caption, mediaFields } from "./media.ts";

const filename = standardField("filename", "name of the file", "document.pdf", someText);
const media = mediaFields("application/pdf");

/** `document`: `filename`, `id`, `mime_type`, `sha256` and, where it is given, `caption`. */
export const documentEvent = defineMessage({
  name: "document",
  summary: "Somebody sends a document.",
  fields: [filename, caption, ...media.fields],
  body: (values) => ({
    type: "document",
    document: jsonObject({
      caption: values.find(caption),
      filename: values.get(filename),
      ...media.members(values),
    }),
  }),
});
