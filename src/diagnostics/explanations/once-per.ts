import type { oncePerMessages } from "../codes/once-per.ts";
import type { Example, ExplanationsOf } from "../explanation.ts";

function example(wrong: string, right: string, method = "POST"): Example {
  const script = (clause: string) =>
    `ON WEBHOOK ${method} TO "/hook" OPEN ${clause} DO\n  PRINT "OK"\nEND ON`;
  return { kind: "check", script: script(wrong), mended: script(right) };
}

/** Explains GB2482 to GB2484, GB4820 and GB4821 of `../codes/once-per.ts`. */
export const oncePerExplanations = {
  GB2482: {
    title: "ONCE PER with a header that cannot be",
    means:
      "ONCE PER HEADER names the header in which a service says how it calls a delivery. Names of headers have letters, digits and -; several stand with commas between them.",
    example: example('ONCE PER HEADER "X-GitHub-Delivery:"', 'ONCE PER HEADER "X-GitHub-Delivery"'),
    mend: "Write the name as the service's page on webhooks does.",
  },
  GB2483: {
    title: "ONCE PER with a field that cannot be",
    means:
      "ONCE PER FIELD names the member of the JSON, or the field of the form, in which a service says how it calls a delivery. A point leads to a member inside another; several stand with commas between them.",
    example: example('ONCE PER FIELD "data."', 'ONCE PER FIELD "data.id"'),
    mend: "Write the name as the service's page on webhooks does.",
  },
  GB2484: {
    title: "ONCE PER with a field of what has no body",
    means: "Fields are read from the body of a request, and requests of this method have none.",
    example: example('ONCE PER FIELD "id"', 'ONCE PER HEADER "X-Delivery"', "GET"),
    mend: "Name a header, or let the handler take POST.",
  },
  GB4820: {
    title: "A delivery without the header that ONCE PER names",
    means:
      "The handler runs once per delivery and knows one by a header, which this request does not have. It was answered 400 and not run: run without a name, it would run once more each time it comes again.",
    example: {
      kind: "request",
      script: `ON WEBHOOK POST TO "/hook" OPEN ONCE PER HEADER "X-Delivery" DO
  PRINT "OK"
END ON`,
      request: "/hook -d a=1",
    },
    mend: "Name the header that the sender sends. Where it sends none that stays the same, name a field, or leave ONCE PER out.",
  },
  GB4821: {
    title: "A delivery without the field that ONCE PER names",
    means:
      "The handler runs once per delivery and knows one by a field of its JSON or form, which this request does not have, or has empty or as an object or a list. It was answered 400 and not run: run without a name, it would run once more each time it comes again.",
    example: {
      kind: "request",
      script: `ON WEBHOOK POST TO "/hook" OPEN ONCE PER FIELD "id" DO
  PRINT "OK"
END ON`,
      request: "/hook -d a=1",
    },
    mend: "Name the field that the sender sends. Where it sends none that stays the same, name a header, or leave ONCE PER out.",
  },
} satisfies ExplanationsOf<typeof oncePerMessages>;
