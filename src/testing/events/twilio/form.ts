/** A form as Twilio posts it: the values of each field, in its order. */
export type TwilioForm = ReadonlyMap<string, readonly string[]>;

/** The version of Twilio's API that webhooks name. */
export const API_VERSION = "2010-04-01";

/** Where a number belongs to, as far as Twilio knows. */
export interface TwilioPlace {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** Two letters: `BR`. */
  readonly country: string;
}

/** Makes a form of the fields that are there. */
export function twilioForm(fields: Readonly<Record<string, string | undefined>>): TwilioForm {
  return new Map(
    Object.entries(fields).flatMap(([name, value]): [string, string[]][] =>
      value === undefined ? [] : [[name, [value]]],
    ),
  );
}

/** Returns the fields of a place, such as `FromCity`; they are empty where it is not known. */
export function placeFields(
  side: string,
  { city, state, zip, country }: TwilioPlace = { city: "", state: "", zip: "", country: "" },
): Readonly<Record<string, string>> {
  return {
    [`${side}City`]: city,
    [`${side}State`]: state,
    [`${side}Zip`]: zip,
    [`${side}Country`]: country,
  };
}

/** Writes a form as a body of the type `application/x-www-form-urlencoded`. */
export function encodeForm(form: TwilioForm): string {
  const fields = [...form].flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(fields).toString();
}
