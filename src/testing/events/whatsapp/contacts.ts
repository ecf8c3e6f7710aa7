import { defineMessage } from "../define-message.ts";
import { optionalField, requiredField, standardField } from "../event-field.ts";
import { oneOf, someText } from "../field-forms.ts";
import { jsonObject } from "../json.ts";

const contact = requiredField("contact", "name of the person in the contact", someText, "Bia");
const phone = requiredField("phone", "phone number in the contact", someText, "+5511988887777");
const phoneType = standardField(
  "phone type",
  "kind of that number",
  "CELL",
  oneOf("CELL", "MAIN", "IPHONE", "HOME", "WORK"),
);
const whatsAppId = optionalField("wa id", "id that the number has at WhatsApp", someText);
const email = optionalField("email", "mail address in the contact", someText);

/** `contacts`: a list of one contact with `name`, `phones` and, where it is given, `emails`. */
export const contactsEvent = defineMessage({
  name: "contacts",
  summary: "Somebody sends a contact.",
  fields: [contact, phone, phoneType, whatsAppId, email],
  body: (values) => {
    const name = values.get(contact);
    const [firstName = name] = name.split(" ", 1);
    const mail = values.find(email);
    return {
      type: "contacts",
      contacts: [
        jsonObject({
          name: { first_name: firstName, formatted_name: name },
          phones: [
            jsonObject({
              phone: values.get(phone),
              wa_id: values.find(whatsAppId),
              type: values.get(phoneType),
            }),
          ],
          emails: mail === undefined ? undefined : [{ email: mail, type: "WORK" }],
        }),
      ],
    };
  },
});
