/**
 * Numbers that are written in two ways for one person, with the digit that one of them has more.
 * Argentina and Mexico: WhatsApp puts a 9 or a 1 before the area of mobile numbers, people often do not.
 * Brazil: mobile numbers got a 9 in front from 2012 to 2016, and ids of older accounts are without it.
 */
const TWO_FORMS: readonly {
  readonly long: RegExp;
  readonly short: RegExp;
  readonly digit: string;
}[] = [
  { long: /^(55[1-9]\d)9([6-9]\d{7})$/, short: /^(55[1-9]\d)([6-9]\d{7})$/, digit: "9" },
  { long: /^(54)9(\d{10})$/, short: /^(54)(\d{10})$/, digit: "9" },
  { long: /^(52)1(\d{10})$/, short: /^(52)(\d{10})$/, digit: "1" },
];

/**
 * Gives the one form of a number under which both of its forms are known: the longer one. To be
 * compared with, never to be called or written to.
 * @param digits with the code of the country, without anything else
 */
export function canonicalNumber(digits: string): string {
  const form = TWO_FORMS.find(({ short }) => short.test(digits));
  return form === undefined ? digits : digits.replace(form.short, `$1${form.digit}$2`);
}

/** Gives every form in which a number may be written, of its canonical form. */
export function numberForms(canonical: string): readonly string[] {
  const form = TWO_FORMS.find(({ long }) => long.test(canonical));
  return form === undefined ? [canonical] : [canonical, canonical.replace(form.long, "$1$2")];
}
