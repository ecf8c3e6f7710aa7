import type { ExampleFile } from "./structure.ts";
import type { DiagnosticCode } from "../diagnostics/diagnostic.ts";

/** A script that shows an entry at work, and what comes of it. */
export interface ManualExample {
  /** Runs as it is. */
  readonly script: string;
  /** Another file that it includes; undefined where there is none. */
  readonly file: ExampleFile | undefined;
  /** What follows `curl http://127.0.0.1:3000`; undefined where `gbasic run` runs the script. */
  readonly request: string | undefined;
  /** What the terminal then shows, without a line end after it; "" where nothing. */
  readonly output: string;
  /** True for lines of a test of `TESTED_SCRIPT`, or a whole file of such tests. */
  readonly isTest?: true;
}

/** A part that the reader fills: its name and what may stand there. */
export interface ManualSlot {
  readonly name: string;
  readonly takes: string;
}

/** A member of an object. */
export interface ManualMember {
  readonly name: string;
  /** "" where its name says it. */
  readonly holds: string;
}

/** An object that comes with an entry, and what is in it. */
export interface ManualObject {
  /** As a script writes it: `SMS`. */
  readonly name: string;
  readonly members: readonly ManualMember[];
}

/** What the manual says of one statement, function or word of the structure. */
export interface ManualEntry {
  /** Upper case: `SEND MAIL`, `LEFT$`, `IF`. */
  readonly title: string;
  /** Every name it is asked for by, the title among them, upper case. */
  readonly names: readonly string[];
  /** How it is written, the usual way first. */
  readonly forms: readonly string[];
  /** Other names of a function. */
  readonly aliases: readonly string[];
  /** How it is called on a value: `value.TRIM()`. */
  readonly methods: readonly string[];
  /** Whole sentences. */
  readonly summary: string;
  readonly slots: readonly ManualSlot[];
  /** What it gives, as it follows "It gives"; undefined for what gives nothing. */
  readonly gives: string | undefined;
  /** What is in the object that it gives, or that its block has; undefined where there is none. */
  readonly object: ManualObject | undefined;
  /** Codes of the errors that it may raise or be refused with, ascending. */
  readonly errors: readonly DiagnosticCode[];
  readonly example: ManualExample;
}

/** Entries that belong together. */
export interface ManualArea {
  /** A few words in lower case, such as `dates and times`. */
  readonly title: string;
  readonly entries: readonly ManualEntry[];
}
