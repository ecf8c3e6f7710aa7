import type { recordingMessages } from "../codes/recording.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/recording.ts`. */
export const recordingExplanations: ExplanationsOf<typeof recordingMessages> = {
  GB5480: {
    title: "A call that could not be recorded",
    means:
      "`gbasic test --record` called the address as the server would, and got no answer that can be kept: nothing listens there, the answer is too long, or the address is private and GBASIC_HTTP_ALLOW does not name it. The message has the code of that. The test fails, whatever the script does about errors, and what was recorded for it before stays.",
    example: {
      kind: "situation",
      text: "`gbasic test --record` while the service at `http://localhost:8080` is not running.",
    },
    mend: "Let the address answer and record again. Where the test is about a service that cannot be reached, write `MOCK GET … UNREACHABLE`.",
  },
  GB5481: {
    severity: "warning",
    title: "Recorded calls that are not used",
    means:
      "The file of recorded calls beside the tests has calls that the test does not make any more, or calls of a test that is gone.",
    example: {
      kind: "situation",
      text: "A test was given another name, and its calls are recorded under the old one.",
    },
    mend: "Record the file again: `gbasic test orders.test.bas --record` writes what is called now and leaves the rest out.",
  },
  GB5482: {
    title: "Recorded calls that cannot be read",
    means:
      "The file of recorded calls beside the tests is not what `gbasic test --record` writes, so none of its tests run; nothing writes over it either.",
    example: {
      kind: "situation",
      text: "A merge left `<<<<<<<` in `orders.test.fixtures.json`.",
    },
    mend: "Mend it, take an older version back, or remove it and record anew.",
  },
  GB5483: {
    title: "Recorded calls that cannot be written",
    means:
      "`gbasic test --record` writes what was answered into a file beside the tests, and the system does not allow that; the message has its reason, such as EACCES.",
    example: { kind: "situation", text: "The folder of the tests belongs to somebody else." },
    mend: "Let the folder be written to, and record again.",
  },
};
