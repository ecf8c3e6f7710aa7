import type { ListContent } from "../../../host/whatsapp/content.ts";
import { interactiveBody } from "./frame.ts";
import { present } from "./json.ts";

/** Source: Meta, "Interactive list messages" (…/whatsapp/messages/interactive-list-messages). */
export function listBody(content: ListContent, text: string) {
  const sections = content.sections.map(({ title, rows }) =>
    present({
      title,
      rows: rows.map(({ id, title: seen, description }) =>
        present({ id, title: seen, description }),
      ),
    }),
  );
  return interactiveBody(text, content, {
    type: "list",
    action: { button: content.button, sections },
  });
}
