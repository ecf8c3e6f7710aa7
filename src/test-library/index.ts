export type {
  Attachment,
  CallMessage,
  MailMessage,
  SmsMessage,
  WhatsAppMessage,
} from "../host/message.ts";
export { Answer } from "./answer.ts";
export type { BedCall } from "./bed-call.ts";
export { BedError } from "./bed-error.ts";
export { type BedOptions, testBed } from "./create-bed.ts";
export type {
  FileMade,
  FormFieldMade,
  HttpCallMade,
  HttpMethod,
  HttpMock,
  HttpMockAnswer,
  HttpMockOptions,
} from "./http-mock.ts";
export type { DoubledCall, DoubleOptions, DoubleValue } from "./procedure-mock.ts";
export type { Fields, WhatsAppEventName } from "./whatsapp-event.ts";
export type {
  AnswerOptions,
  BatchedEvent,
  BatchOptions,
  CallOptions,
  Content,
  Delivered,
  EventOptions,
  FailingChannel,
  FailureKind,
  FieldValue,
  LoggedError,
  Passing,
  Received,
  RequestOptions,
  Sent,
  Signature,
  SmsOptions,
  Spawned,
  DialResultOptions,
  RecordingOptions,
  TranscriptionOptions,
} from "./options.ts";
export type { ScriptBed } from "./script-bed.ts";
