import { definePhraseFunction } from "../define.ts";

/** `GET FORM VALUE name`: null where the form has no such field. */
export const getFormValue = definePhraseFunction({
  pattern: "GET FORM VALUE <name:text>",
  summary: "Gives a field of the form that was sent, or null. Of several it gives the first.",
  example: `ON WEBHOOK POST TO "/twilio/gather" DO
  LET CODE$ = GET FORM VALUE "Digits"
  PRINT "the caller typed " + CODE$
END ON`,
  request: "/twilio/gather -d Digits=123456",
  output: "the caller typed 123456",
  returns: "text, or null where the form has no such field",
  needs: ["request"],
  run: ({ name }, { host }) => host.request.current().form.get(name)?.[0] ?? null,
});
