import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed } from "../expectation.ts";
import { describeCalls, describeContent, holdsContent } from "../http/call-content.ts";
import { urlPattern } from "../http/url-pattern.ts";

/** `EXPECT CALLED POST "https://shop.example/orders" WITH JSON { "id": 7 }`: a call in this test. */
export const expectCalled = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern:
        "EXPECT [<not?:word(NOT|NO)>] CALLED <method:word(GET|POST|PUT|PATCH|DELETE)> <url:text!> { JSON <json?:any> | BODY <body?:text> | CONTAINING <part?:text> | FORM <form?:any> | FILE <file?:text> | HEADERS <headers?:any> | TIMES <times?:number> }",
      summary:
        "Expects that the script called an address in this test, in which * stands for anything: with this JSON, this body, something in the body, these texts of a form, a file of this name, these headers, so many times.",
      example: `MOCK POST "https://shop.example/orders" WITH STATUS 201
RECEIVE POST "/shop" WITH JSON { "item": "tea" }
EXPECT CALLED POST "https://shop.example/orders" WITH JSON { "item": "tea" }`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, method, url, times, ...content }) => {
        const { made } = bed.get().channels.http;
        const matches = urlPattern(url);
        const fitting = made.filter(
          (call) => call.method === method && matches(call.url) && holdsContent(call, content),
        );
        const call = `${method} ${url}`;
        const how = describeContent(content);
        const count = fitting.length === 1 ? "once" : `${String(fitting.length)} times`;
        judge(not, {
          holds: times === undefined ? fitting.length > 0 : fitting.length === times,
          unmet:
            times === undefined
              ? `${call} was not called${how}`
              : `${call} was called${how} ${count}, not ${String(times)} times`,
          met: `${call} was called${how}${times === undefined ? "" : ` ${count}`}`,
          found: [listed("called", describeCalls(made))],
        });
      },
    }),
    { needles: ["url", "part"] },
  );

/** `EXPECT NOTHING CALLED`: no call in this test. */
export const expectNothingCalled = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT NOTHING CALLED",
      summary: "Expects that the script called no address in this test.",
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT NOTHING CALLED`,
      raises: ["GB3501"],
      run: () => {
        const { made } = bed.get().channels.http;
        judge(undefined, {
          holds: made.length === 0,
          unmet: "an address was called",
          met: "no address was called",
          found: [listed("called", describeCalls(made))],
        });
      },
    }),
  );
