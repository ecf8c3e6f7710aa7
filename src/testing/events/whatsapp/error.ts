import { defineEvent, metaTime } from "../define-event.ts";
import { standardField } from "../event-field.ts";
import { someText, wholeNumber } from "../field-forms.ts";
import { errorObject } from "./error-object.ts";

const code = standardField("code", "number of the error", "131000", wholeNumber);
const title = standardField("title", "what it is called", "Something went wrong", someText);
const details = standardField(
  "details",
  "what happened",
  "Message failed to send due to an unknown error.",
  someText,
);

/** An error that stands in the change's `errors`, and not in a message. */
export const errorEvent = defineEvent({
  name: "error",
  summary: "Meta reports an error that belongs to no message.",
  fields: [code, title, details],
  build: (values, { at }) => ({
    list: "errors",
    seconds: Number(metaTime(at)),
    item: errorObject({
      code: values.get(code),
      title: values.get(title),
      details: values.get(details),
    }),
    contacts: [],
  }),
});
