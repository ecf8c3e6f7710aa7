import type { RegistryEntry } from "../statements/define.ts";
import { advance } from "./statements/advance.ts";
import { expectBody, expectBodyContains, expectBodyMatches } from "./statements/expect-body.ts";
import { expectError } from "./statements/expect-error.ts";
import { expectHeader } from "./statements/expect-header.ts";
import { expectLog } from "./statements/expect-log.ts";
import { expectMail } from "./statements/expect-mail.ts";
import { expectNothingSent } from "./statements/expect-nothing-sent.ts";
import { expectSms, expectWhatsApp } from "./statements/expect-sent.ts";
import { expectSpawned } from "./statements/expect-spawned.ts";
import { expectSpoken } from "./statements/expect-spoken.ts";
import { expectStatus } from "./statements/expect-status.ts";
import { expectTrue } from "./statements/expect-true.ts";
import { failNext } from "./statements/fail-next.ts";
import { mockModel } from "./statements/mock-model.ts";
import { press, speak } from "./statements/press.ts";
import { receiveAgain } from "./statements/receive-again.ts";
import { receiveCall } from "./statements/receive-call.ts";
import { receiveRequest } from "./statements/receive-request.ts";
import { receiveSms } from "./statements/receive-sms.ts";
import { holdEvents, releaseEvents } from "./statements/receive-together.ts";
import { receiveWhatsApp } from "./statements/receive-whatsapp.ts";
import {
  responseBody,
  responseHeader,
  responseStatus,
  sentMessages,
  heardText,
} from "./statements/results.ts";
import { setClock } from "./statements/set-clock.ts";
import { beforeEach, onlyTest, skipTest, test, testEach } from "./statements/test.ts";
import { use } from "./statements/use.ts";
import type { CurrentBed } from "./current-bed.ts";

/** The phrases that tests have beside those of scripts. */
export function testPhrases(bed: CurrentBed): readonly RegistryEntry[] {
  return [
    ...[test, skipTest, onlyTest, testEach, beforeEach, use],
    ...receiveWhatsApp(bed),
    ...[
      receiveRequest,
      receiveCall,
      press,
      speak,
      receiveSms,
      receiveAgain,
      holdEvents,
      releaseEvents,
      expectStatus,
      expectHeader,
      expectBody,
      expectBodyContains,
      expectBodyMatches,
      expectWhatsApp,
      expectSms,
      expectMail,
      expectNothingSent,
      expectSpawned,
      expectLog,
      expectError,
      expectSpoken,
      mockModel,
      failNext,
      setClock,
      advance,
      responseBody,
      responseStatus,
      responseHeader,
      sentMessages,
      heardText,
    ].map((make) => make(bed)),
    expectTrue,
  ];
}
