/** How a block of lines is coloured where it is shown. */
export type BlockLanguage = "basic" | "sh" | "env" | "output" | "text";

/** One entry of a list: what it is about in a fixed-width font, and what is said of it. */
export interface PageItem {
  readonly label: string;
  readonly text: string;
  /** Where the label leads in the manual, from the folder of the page. */
  readonly page?: string;
}

/** A piece of the manual: a paragraph, lines that are shown as they are, or a list. */
export type PagePart =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "block"; readonly language: BlockLanguage; readonly text: string }
  | { readonly kind: "items"; readonly items: readonly PageItem[] };

/** Makes a paragraph. */
export function paragraph(text: string): PagePart {
  return { kind: "paragraph", text };
}

/** Makes a block of lines that are shown as they are. */
export function block(language: BlockLanguage, text: string): PagePart {
  return { kind: "block", language, text };
}

/** Makes a list. */
export function items(of: readonly PageItem[]): PagePart {
  return { kind: "items", items: of };
}

/** Writes parts of the manual as Markdown. */
export function partsMarkdown(parts: readonly PagePart[]): string {
  return parts.map(partMarkdown).join("\n\n");
}

function partMarkdown(part: PagePart): string {
  switch (part.kind) {
    case "paragraph":
      return part.text;
    case "block":
      return `\`\`\`${part.language}\n${part.text.trimEnd()}\n\`\`\``;
    case "items":
      return part.items.map(itemMarkdown).join("\n");
  }
}

function itemMarkdown({ label, text, page }: PageItem): string {
  return page === undefined ? `- \`${label}\`: ${text}` : `- [${label}](${page}): ${text}`;
}
