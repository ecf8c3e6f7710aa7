import { anyText, type FieldForm } from "./field-forms.ts";

/** One thing that an event of a type is told. */
export interface EventField {
  /** In small letters, words with a blank between them: `message id`. */
  readonly name: string;
  /** What it says, without a full stop. */
  readonly meaning: string;
  readonly required: boolean;
  /** What it is where it is not given; undefined where the event then lacks it. */
  readonly standard: string | undefined;
  readonly form: FieldForm<unknown>;
  /** A text that has the form, for the manual; undefined where the field need not be given. */
  readonly example?: string;
}

/** A field that has a value in every event of its type. */
export interface SettledField<T> extends EventField {
  readonly settled: true;
  readonly form: FieldForm<T>;
}

/** A field that an event may lack. */
export interface OptionalField<T> extends EventField {
  readonly settled: false;
  readonly form: FieldForm<T>;
}

/** Declares a field that has to be given. @param example a text that has the form */
export function requiredField<T>(
  name: string,
  meaning: string,
  form: FieldForm<T>,
  example: string,
): SettledField<T> {
  return { name, meaning, form, example, required: true, standard: undefined, settled: true };
}

/** Declares a field that has a value of its own where none is given. */
export function standardField<T>(
  name: string,
  meaning: string,
  standard: string,
  form: FieldForm<T>,
): SettledField<T> {
  return { name, meaning, form, required: false, standard, settled: true };
}

/** Declares a field that the event lacks where it is not given; any text will do. */
export function optionalField(name: string, meaning: string): OptionalField<string>;
/** Declares a field that the event lacks where it is not given. */
export function optionalField<T>(
  name: string,
  meaning: string,
  form: FieldForm<T>,
): OptionalField<T>;
export function optionalField(
  name: string,
  meaning: string,
  form: FieldForm<unknown> = anyText,
): OptionalField<unknown> {
  return { name, meaning, form, required: false, standard: undefined, settled: false };
}
