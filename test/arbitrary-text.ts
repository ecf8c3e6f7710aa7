import fc from "fast-check";
import { allScripts } from "./scripts.ts";

/** Pieces of scripts, right and wrong, with what the lexer finds hard. */
const PIECES =
  `if |then |else |elseif |end if|endif|for |each |in |to |next |next i|while |wend|do |loop
|select case |case |default|end select|with a
|end with|try
|catch e
|finally
|end try|throw |sub f |end sub|function g(a)|end function|return |exit |continue|break|end|dim |let |call
|spawn |and |or |not |mod |is |like |contains |starts |ends |null|true|false|print |log |send mail |subject
|body |get json path |parse json |llm |on webhook get to "/x" do
|end on|begin talk
hi \${a}
end talk
|last 3|step |as |rem r
|' c
|// c
|# c
|' it's|'s'|"t"|"a
b"|"\${a}"|"\${b + "c"}"|"\\q"|""|"|'|_
|_|$|%|!|#|#{|(|)|[|]|{|}|,|:|;|.|?.|?|??|=|==|<>|!=|<=|<|>|+|-|*|/|\\|^|&|&&|\\|\\||a|b$|c%|é|x1|1|2.5|.5
|0xFF|1e3|1e999|\n|\r\n| |\t|\u00a0|\u2028|\u0000|@|🙂`
    .split(/(?<!\\)\|/)
    .map((piece) => piece.replaceAll("\\|", "|"));

const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 3 }));

/** Pieces of scripts in any order. */
export const soup = fc
  .tuple(fc.array(piece, { maxLength: 40 }), fc.constantFrom("", " "))
  .map(([pieces, between]) => pieces.join(between));

const script = fc.constantFrom(...allScripts().map(({ text }) => text));

/** Scripts of the repository with pieces put in and taken out. */
export const mutatedScript = fc
  .tuple(script, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), piece, fc.nat(8))))
  .map(([text, edits]) =>
    edits.reduce((now, [where, put, taken]) => {
      const at = Math.floor(where * now.length);
      return now.slice(0, at) + put + now.slice(at + taken);
    }, text),
  );

/** Scripts of the repository with other blanks and blank lines. */
export const respacedScript = fc
  .tuple(script, fc.infiniteStream(fc.nat(9)))
  .map(([text, choices]) =>
    text.replace(/[ \t]+|\n/g, (blank) => {
      const choice = Number(choices.next().value);
      if (choice > 4) return blank;
      return blank === "\n"
        ? (["\n\n\n", "  \n", "\n\t"][choice] ?? "\n")
        : (["\t", "   "][choice] ?? " ");
    }),
  );

/** Any text. */
export const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), soup, mutatedScript);
