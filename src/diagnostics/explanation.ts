import type { DiagnosticCode, Message, Severity } from "./diagnostic.ts";

/** What causes a diagnostic. Every kind but `situation` is carried out by the tests. */
export type Example =
  /** `gbasic check` finds it in this script. */
  | {
      readonly kind: "check";
      readonly script: string;
      /** The script as it should be, in which nothing is found. */
      readonly mended: string;
      /** Codes that cannot but be found beside it. */
      readonly also?: readonly DiagnosticCode[];
      /** How often it is found, where that is not once. */
      readonly times?: number;
      /** What the manual shows in place of a script that is too long to be read. */
      readonly shown?: string;
    }
  /** `gbasic run` ends with it. */
  | {
      readonly kind: "run";
      readonly script: string;
      readonly mended?: string;
      /** Lines of `.env`. */
      readonly settings?: string;
    }
  /** `gbasic serve` answers or logs it, once this request came. */
  | {
      readonly kind: "request";
      readonly script: string;
      /** Arguments of curl after the address: `/orders -d id=7`. */
      readonly request: string;
      /** What the manual shows in place of a request that is too long to be read. */
      readonly shown?: string;
      readonly settings?: string;
    }
  /** `gbasic serve` says it when it starts with these lines of `.env`. */
  | {
      readonly kind: "settings";
      /** Lines of `.env`; empty where the script alone is the cause. */
      readonly settings: string;
      readonly script?: string;
      readonly also?: readonly DiagnosticCode[];
    }
  /** This command says it. */
  | { readonly kind: "command"; readonly command: string; readonly script?: string }
  /** It takes another machine, another program or a bug: told in words. */
  | { readonly kind: "situation"; readonly text: string };

/** What the manual says of one diagnostic. */
export interface Explanation {
  /** Names it in a few words, without a full stop: "A variable that is never set". */
  readonly title: string;
  /** Left out where it is an error. */
  readonly severity?: Severity;
  /** What it means and why it is said, in whole sentences. */
  readonly means: string;
  readonly example: Example;
  /** What to do about it, in whole sentences. */
  readonly mend: string;
}

type MessagesOf<T> = {
  [K in keyof T]: T[K] extends (...args: never[]) => infer M ? Extract<M, Message> : never;
}[keyof T];
type Explained<M extends Message> = Explanation &
  (M["severity"] extends "error" ? unknown : { readonly severity: M["severity"] });

/**
 * One explanation for each code of a table of messages: the compiler refuses a table of
 * explanations that lacks a code, has one too many, or states another severity.
 */
export type ExplanationsOf<T> = {
  readonly [M in MessagesOf<T> as M["code"]]: Explained<M>;
};

/** Explanations by code, without regard to which table they are for. */
export type Explanations = Readonly<Record<string, Explanation>>;
