import type { mailTemplateMessages } from "../codes/mail-templates.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/mail-templates.ts`. */
export const mailTemplateExplanations: ExplanationsOf<typeof mailTemplateMessages> = {
  GB3333: {
    title: "A template that is no text",
    means: "The file that TEMPLATE names holds bytes that are no UTF-8 text.",
    example: {
      kind: "situation",
      text: "TEMPLATE names a picture, or an HTML file that an old editor has saved in another encoding.",
    },
    mend: "Save the file as UTF-8, or name the right one.",
  },
  GB3334: {
    title: "A template that cannot be read",
    means:
      "In a template {{name}} stands for a value, and {{#list}} … {{/list}} for something that is repeated. Here a pair of braces or a list is not closed, or {{> … }} asks for another template.",
    example: {
      kind: "situation",
      text: "The template holds `<ul>{{#items}}<li>{{name}}</li></ul>`, where {{/items}} is missing.",
    },
    mend: "Close what is open. The position in the message counts characters from the beginning of the file.",
  },
  GB3335: {
    title: "A template that wants more values",
    means:
      "The template has a {{name}} for which VALUES has nothing. The mail is not sent, as people would read it with a hole in it.",
    example: {
      kind: "situation",
      text: 'The template says `Dear {{name}}`, and the script `VALUES { "customer": NAME$ }`.',
    },
    mend: "Give the value under the name that the template has. Where it may be missing, give null, or put it between {{#name}} and {{/name}}.",
  },
  GB3336: {
    title: "Values of a template that are no object",
    means: "VALUES has the values of the template by their names.",
    example: {
      kind: "run",
      script: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" TEMPLATE "news.html" VALUES 42`,
    },
    mend: 'Write VALUES { "name": NAME$ }, with the names that stand in the template.',
  },
  GB3337: {
    title: "HTML and a template in one mail",
    means: "A mail has one HTML part. HTML gives it as it is, TEMPLATE from a file.",
    example: {
      kind: "run",
      script: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" HTML "<p>It works.</p>" TEMPLATE "news.html"`,
      mended: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" BODY "It works." HTML "<p>It works.</p>"`,
    },
    mend: "Keep one of them.",
  },
};
