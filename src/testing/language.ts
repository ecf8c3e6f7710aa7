import type { RegistryEntry } from "../statements/define.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";
import type { CurrentBed } from "./current-bed.ts";
import { noting } from "./noting.ts";
import { advance } from "./statements/advance.ts";
import { expectBody, expectBodyContains, expectBodyMatches } from "./statements/expect-body.ts";
import { expectCalled, expectNothingCalled } from "./statements/expect-called.ts";
import { expectError, expectNoError } from "./statements/expect-error.ts";
import { expectLog } from "./statements/expect-log.ts";
import { expectMail } from "./statements/expect-mail.ts";
import { expectNothingSent } from "./statements/expect-nothing-sent.ts";
import { expectRead } from "./statements/expect-read.ts";
import { expectCall, expectSms, expectWhatsApp } from "./statements/expect-sent.ts";
import { expectProcedureCalled } from "./statements/expect-procedure-called.ts";
import { expectSpawned } from "./statements/expect-spawned.ts";
import { expectSpoken } from "./statements/expect-spoken.ts";
import { expectStatus } from "./statements/expect-status.ts";
import { expectTrue } from "./statements/expect-true.ts";
import { failNext } from "./statements/fail-next.ts";
import { failNextMedia } from "./statements/fail-next-media.ts";
import { madeCalls } from "./statements/made-calls.ts";
import { mockCall } from "./statements/mock-call.ts";
import { mockFunction, mockSub } from "./statements/mock-procedure.ts";
import { mockModel } from "./statements/mock-model.ts";
import { press, speak } from "./statements/press.ts";
import { receiveAgain } from "./statements/receive-again.ts";
import { receiveCall } from "./statements/receive-call.ts";
import { receiveRequest } from "./statements/receive-request.ts";
import { answerCall } from "./statements/answer-call.ts";
import { receiveSms } from "./statements/receive-sms.ts";
import { receiveCallStatus, receiveSmsStatus } from "./statements/receive-twilio-status.ts";
import { holdEvents, releaseEvents } from "./statements/receive-together.ts";
import { receiveWhatsApp } from "./statements/receive-whatsapp.ts";
import { receiveWhatsAppEvent } from "./statements/receive-whatsapp-event.ts";
import {
  hangupReason,
  heardText,
  responseBody,
  responseHeader,
  responseStatus,
  sentMessages,
} from "./statements/results.ts";
import { receiveDialResult } from "./statements/receive-dial-result.ts";
import { receiveRecording } from "./statements/receive-recording.ts";
import { receiveTranscription } from "./statements/receive-transcription.ts";
import { setClock } from "./statements/set-clock.ts";
import { setSetting } from "./statements/set-setting.ts";
import {
  beforeEach,
  onlyTest,
  onlyTestEach,
  skipTest,
  skipTestEach,
  test,
  testEach,
} from "./statements/test.ts";
import { use } from "./statements/use.ts";
import type { Review, TestPhrase } from "./test-phrase.ts";

/** Phrases that belong together, for the manual. */
export interface TestPhraseArea {
  /** A few words in lower case, such as `to send`. */
  readonly title: string;
  readonly phrases: readonly TestPhrase[];
}

/** What tests are written in, beside the language of scripts. */
export interface TestLanguage {
  readonly areas: readonly TestPhraseArea[];
  /** All phrases of the areas. */
  readonly phrases: readonly RegistryEntry[];
  /** What phrases become before they run; nobody writes them. */
  readonly hidden: readonly RegistryEntry[];
  readonly reviews: ReadonlyMap<PhraseEntry, Review>;
  /** What STATUS and BODY stand for in a file of tests that has no variable of the name. */
  readonly answerNames: ReadonlyMap<string, PhraseEntry>;
}

/** Makes the language of tests. @param bed what its statements work on */
export function createTestLanguage(bed: CurrentBed): TestLanguage {
  const [condition, comparison] = expectTrue(bed);
  const [status, body] = [responseStatus(bed), responseBody(bed)];
  const noted = (phrases: readonly TestPhrase[]) => phrases.map((one) => noting(bed, one));
  const areas = [
    { title: "tests", phrases: testBlocks() },
    { title: "to send", phrases: noted(eventPhrases(bed)) },
    { title: "to look at", phrases: [condition, ...noted(expectations(bed))] },
    {
      title: "values",
      phrases: plain(
        ...[status, body, responseHeader(bed), sentMessages(bed), madeCalls(bed)],
        ...[heardText(bed), hangupReason(bed)],
      ),
    },
    {
      title: "to arrange",
      phrases: noted([
        ...plain(mockModel(bed), mockCall(bed), mockFunction(bed), mockSub(bed)),
        ...plain(failNext(bed), failNextMedia(bed), setClock(bed)),
        setSetting(bed),
        ...plain(advance(bed)),
      ]),
    },
  ];
  const all = areas.flatMap(({ phrases }) => phrases);
  return {
    areas,
    phrases: all.map(({ entry }) => entry),
    hidden: [comparison],
    reviews: new Map(
      all.flatMap(({ entry, review }) => (review === undefined ? [] : [[entry, review] as const])),
    ),
    answerNames: new Map([
      ["STATUS", status],
      ["BODY", body],
    ]),
  };
}

function plain(...entries: readonly RegistryEntry[]): readonly TestPhrase[] {
  return entries.map((entry) => ({ entry }));
}

function testBlocks(): readonly TestPhrase[] {
  return plain(
    ...[test, testEach, skipTest, onlyTest, skipTestEach, onlyTestEach, beforeEach, use],
  );
}

function eventPhrases(bed: CurrentBed): readonly TestPhrase[] {
  return [
    receiveRequest(bed),
    ...receiveWhatsApp(bed),
    receiveWhatsAppEvent(bed),
    ...plain(holdEvents(bed), releaseEvents(bed)),
    receiveCall(bed),
    ...plain(press(bed), speak(bed)),
    ...plain(answerCall(bed)),
    receiveSms(bed),
    receiveSmsStatus(bed),
    receiveCallStatus(bed),
    receiveRecording(bed),
    receiveDialResult(bed),
    receiveTranscription(bed),
    ...plain(receiveAgain(bed)),
  ];
}

function expectations(bed: CurrentBed): readonly TestPhrase[] {
  return [
    expectStatus,
    expectBody,
    expectBodyContains,
    expectBodyMatches,
    expectWhatsApp,
    expectRead,
    expectSms,
    expectCall,
    expectMail,
    expectNothingSent,
    expectCalled,
    expectNothingCalled,
    expectProcedureCalled,
    expectSpawned,
    expectLog,
    expectError,
    expectNoError,
    expectSpoken,
  ].map((make) => make(bed));
}
