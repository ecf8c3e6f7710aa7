import { error, warning } from "../message.ts";

/** A handler that takes what comes to a path. */
export interface OtherHandler {
  /** `POST /orders`, `ON SMS`. */
  readonly name: string;
  readonly isWebhook: boolean;
}

/** GB41xx: requests and where they come from, routes, starting and stopping the server. */
export const serverMessages = {
  unsigned: (headers: string) =>
    error(
      "GB4101",
      `the request has no signature, expected ${headers}`,
      "the sender must sign it; to take unsigned requests, write OPEN after the path of the handler",
    ),
  wrongSignature: (header: string) =>
    error(
      "GB4102",
      `the signature in ${header} does not match`,
      "the log of the server says what it tried",
    ),
  noSecret: (header: string, variable: string) =>
    error(
      "GB4103",
      `the signature in ${header} cannot be checked, as no secret for it is configured`,
      `set ${variable}`,
    ),
  notLocal: (reason: string) =>
    error(
      "GB4104",
      `an unsigned request is taken only from this machine, but ${reason}`,
      "configure the secret that signs such requests, or start with --insecure",
    ),
  noVerifyToken: (variable: string, title: string) =>
    error(
      "GB4105",
      "the handshake was refused, as no verify token is configured",
      `set ${variable} to the token entered in ${title}'s dashboard`,
    ),
  handshakeRefused: (reason: string) =>
    error(
      "GB4106",
      `the handshake was refused: ${reason}`,
      "Meta sends hub.mode=subscribe, hub.verify_token and hub.challenge, each once",
    ),
  bodyTooLarge: (limit: number) =>
    error(
      "GB4107",
      `the body is larger than ${String(limit)} bytes, which is the limit`,
      "GBASIC_MAX_BODY sets the limit",
    ),
  encodedBody: (encoding: string) =>
    error(
      "GB4108",
      `the body has the Content-Encoding ${encoding}, expected none`,
      "send the body uncompressed",
    ),
  badForm: (reason: string) => error("GB4109", `the form cannot be read: ${reason}`),
  tooManyFields: (limit: number) =>
    error(
      "GB4110",
      `the form has more than ${String(limit)} fields, which is the limit`,
      "send JSON instead; the limit is fixed, as each field costs far more than its bytes",
    ),
  badPath: () => error("GB4111", "the path is not valid percent-encoded UTF-8"),
  noRoute: () =>
    error(
      "GB4112",
      "no handler listens on this path",
      "compare it with the paths that `gbasic serve` lists at its start",
    ),
  wrongMethod: (method: string, allowed: string) =>
    error(
      "GB4113",
      `this path does not take ${method}, expected ${allowed}`,
      `write ON WEBHOOK ${method} TO … for such requests`,
    ),
  shadowedRoute: (path: string) =>
    warning(
      "GB4115",
      `this handler never runs, as ${path} is answered by the server itself`,
      "give the handler another path",
    ),
  neverFirst: (handler: string, other: OtherHandler, variable: string | undefined) =>
    warning(
      "GB4241",
      other.isWebhook
        ? `${handler} never runs, as ON WEBHOOK takes what comes to ${other.name}`
        : `${handler} never runs, as ${other.name} has its path`,
      variable === undefined
        ? "keep one of the two handlers, or give one of them another path"
        : `keep one of the two handlers, or set ${variable} to another path`,
    ),
  routeIsHere: (route: string) => `${route} is here`,
  portInUse: (host: string, port: number) =>
    error(
      "GB4116",
      `port ${String(port)} on ${host} is in use by another program`,
      "stop that program, or choose another port with --port; --port 0 takes any free one",
    ),
  cannotListen: (host: string, port: number, reason: string) =>
    error(
      "GB4117",
      `cannot listen on ${host} port ${String(port)}: ${reason}`,
      "choose another with --host and --port; ports below 1024 need special rights",
    ),
  tlsFile: (variable: string, path: string, reason: string) =>
    error(
      "GB4118",
      `${variable} names ${path}, which cannot be read: ${reason}`,
      "look at the path, which starts from the folder that you are in",
    ),
  tlsPair: (reason: string) =>
    error(
      "GB4119",
      `TLS_CERT and TLS_KEY cannot be used together: ${reason}`,
      "both are PEM files; the key must be the one that the certificate was made for, without a passphrase",
    ),
  exposed: (host: string) =>
    error(
      "GB4121",
      `the server would take unsigned requests from the network on ${host}`,
      "configure the secrets of the handlers, or listen on 127.0.0.1, or start with --insecure",
    ),
  reloadRefused: () =>
    error(
      "GB4120",
      "the changed scripts are not served",
      "the scripts as they were stay in place; correct the mistakes above",
    ),
  notReadyForProduction: () =>
    error(
      "GB4122",
      "production needs settings that are missing",
      "set them in the environment or in .env; docs/configuration.md tells what each is for",
    ),
  insecureProduction: () =>
    error(
      "GB4128",
      "--insecure has no effect in production",
      "leave it out, or declare the handlers OPEN that anyone may call",
    ),
  nothingToServe: (paths: readonly string[]) =>
    error(
      "GB4123",
      `no handler was found in ${paths.join(", ")}`,
      'write one: ON WEBHOOK POST TO "/hello" DO … PRINT "OK" … END ON',
    ),
  metricsClosed: () =>
    error("GB4127", "the metrics are open to this machine alone", "read them from 127.0.0.1"),
  internal: () =>
    error(
      "GB4126",
      "gbasic failed on this request",
      "this is a bug in gbasic; the log has its trace",
    ),
} as const;
