import { errorMessages } from "../../diagnostics/codes/errors.ts";
import { BasicError } from "../error.ts";
import { isObject } from "./kind.ts";
import type { Value, ValueObject } from "./value.ts";

/** An error that a script raised itself, with what it gave to THROW. */
export class ThrownError extends BasicError {
  readonly thrown: Value;

  /** @param text what the value says, in the text form of values */
  constructor(thrown: Value, text: string) {
    super(errorMessages.thrown(text));
    this.name = "ThrownError";
    this.thrown = thrown;
  }
}

/**
 * What a script is given of an error that it caught: an object with message, code, line and file,
 * and with the members of an object that was thrown. Its text form is its message.
 */
export class ErrorValue implements ValueObject {
  [name: string]: Value;
  readonly #error: BasicError;

  constructor(error: BasicError) {
    this.#error = error;
    const { file, span, detail } = error;
    const thrown = error instanceof ThrownError ? error.thrown : null;
    this.#define("message", detail.message);
    this.#define("code", detail.code);
    this.#define("line", file && span ? file.position(span.start).line : null);
    this.#define("file", file?.path ?? null);
    if (isObject(thrown)) {
      for (const [name, value] of Object.entries(thrown)) this.#define(name, value);
    }
  }

  /** Gives the error that it stands for, so that it can be raised again as it was. */
  static errorOf(value: ErrorValue): BasicError {
    return value.#error;
  }

  /** Defines a member, whatever its name; an assignment to `__proto__` would set the prototype. */
  #define(name: string, value: Value): void {
    const member = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(this, name, member);
  }
}
