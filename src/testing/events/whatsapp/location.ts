import { defineMessage } from "../define-message.ts";
import { optionalField, requiredField } from "../event-field.ts";
import { type FieldForm, aNumber } from "../field-forms.ts";
import { jsonObject } from "../json.ts";

const latitude = requiredField("latitude", "degrees north", degrees(90), "-23.55");
const longitude = requiredField("longitude", "degrees east", degrees(180), "-46.63");
const place = optionalField("place", "name of the place");
const address = optionalField("address", "address of the place");
const url = optionalField("url", "address of a page about the place");

/** `location`: `latitude`, `longitude` and, where they are given, `name`, `address`, `url`. */
export const locationEvent = defineMessage({
  name: "location",
  summary: "Somebody sends a place.",
  fields: [latitude, longitude, place, address, url],
  body: (values) => ({
    type: "location",
    location: jsonObject({
      latitude: values.get(latitude),
      longitude: values.get(longitude),
      name: values.find(place),
      address: values.find(address),
      url: values.find(url),
    }),
  }),
});

function degrees(most: number): FieldForm<number> {
  return {
    expected: `degrees from -${most} to ${most}, such as -23.55`,
    read: (text) => {
      const value = aNumber.read(text);
      return value === undefined || Math.abs(value) > most ? undefined : value;
    },
  };
}
