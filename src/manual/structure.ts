import { operatorHelp } from "./operators.ts";
import type { DiagnosticCode } from "../diagnostics/diagnostic.ts";

/** A file beside the script of an example. */
export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

/** What the manual tells of a statement or a clause that the grammar itself knows. */
export interface StructureHelp {
  /** The words that ask for it. */
  readonly titles: readonly string[];
  /** How it is written; `[ ]` may be left out, `…` stands for statements. */
  readonly forms: readonly string[];
  readonly summary: string;
  /** One or more lines of a script that runs as it is. */
  readonly example: string;
  /** Another file that the example includes. */
  readonly file?: ExampleFile;
  /** For an example with a handler, what follows `curl http://127.0.0.1:3000`. */
  readonly request?: string;
  /** What `gbasic run` shows of the example, or curl; left out where that is nothing. */
  readonly output?: string;
  /** What `gbasic check` says about it, and what a run may raise. */
  readonly raises?: readonly DiagnosticCode[];
}

/** The statements of the language's structure, in the order of the manual. */
export const structureHelp: readonly StructureHelp[] = [
  {
    titles: ["LET"],
    forms: ["[LET] <name> = <value>"],
    summary:
      "Gives a variable, a member or an element a value. A name that ends in $ holds text, in % a whole number.",
    example: `LET NAME$ = "Ana"\nPRINT NAME$`,
    output: `Ana`,
    raises: ["GB1010", "GB2210", "GB3001", "GB3010", "GB3011", "GB3012", "GB3013"],
  },
  {
    titles: ["DIM"],
    forms: ["DIM <name>(<last index>)[, <name>(<last index>)]", "DIM <name> [AS <type>]"],
    summary:
      "Makes a list of nulls, with indexes from 0 to the last one; without an index, a variable without a value. A type after AS changes nothing.",
    example: `DIM PRICES(2)\nPRICES(0) = 9.5\nPRINT PRICES`,
    output: `[9.5,null,null]`,
    raises: ["GB3113", "GB3091"],
  },
  {
    titles: ["REDIM"],
    forms: ["REDIM [PRESERVE] <name>(<last index>)[, <name>(<last index>)]"],
    summary:
      "Makes a list anew, as DIM does; with PRESERVE the items that fit into the new one stay.",
    example: `DIM PRICES(0)\nPRICES(0) = 9.5\nREDIM PRESERVE PRICES(1)\nPRINT PRICES`,
    output: `[9.5,null]`,
    raises: ["GB3113", "GB3091"],
  },
  {
    titles: ["CONST"],
    forms: ["CONST <name> = <value>[, <name> = <value>]"],
    summary:
      "Names values that never change; they are there before the first line runs, in every SUB and handler too. They are made of numbers, texts, other CONSTs and functions of the language.",
    example: `PRINT GROSS(100)\n\nCONST RATE = 0.2, CURRENCY$ = "EUR"\n\nFUNCTION GROSS$(NET)\n  RETURN NET * (1 + RATE) + " " + CURRENCY$\nEND FUNCTION`,
    output: `120 EUR`,
    raises: ["GB1150", "GB1151", "GB2260", "GB2261", "GB2262", "GB2263"],
  },
  {
    titles: ["IF", "THEN", "ELSE", "ELSEIF", "ELSE IF", "END IF"],
    forms: [
      "IF <condition> THEN … [ELSEIF <condition> THEN …] [ELSE …] END IF",
      "IF <condition> THEN <statement> [ELSE <statement>]",
    ],
    summary: "Runs the statements after the first condition that is true, else those after ELSE.",
    example: `LET CODE$ = "123456"\nIF LEN(CODE$) = 6 THEN\n  PRINT "ok"\nELSE\n  PRINT "try again"\nEND IF`,
    output: `ok`,
    raises: ["GB1101", "GB1102"],
  },
  {
    titles: ["SELECT CASE", "SELECT", "SWITCH", "CASE", "CASE ELSE", "DEFAULT", "END SELECT"],
    forms: [
      "SELECT CASE <value> CASE <value>[, <value>] … [CASE ELSE …] END SELECT",
      "SWITCH <value> CASE <value>[, <value>] … [DEFAULT …] END SWITCH",
    ],
    summary:
      "Runs the statements of the first CASE that fits: a value, a range such as 1 TO 5, or IS > 3.",
    example: `SELECT CASE 4\n  CASE 1, 2\n    PRINT "few"\n  CASE 3 TO 5\n    PRINT "some"\n  CASE ELSE\n    PRINT "many"\nEND SELECT`,
    output: `some`,
    raises: ["GB1101", "GB1102"],
  },
  {
    titles: ["WITH", "END WITH"],
    forms: [
      "WITH <name> <field> = <value> … END WITH",
      "WITH <object> [= <value>] .<member> = <value> … END WITH",
    ],
    summary:
      "Makes an object of its lines; where they begin with a dot, changes the one that is there.",
    example: `LET NAME$ = "Ana"\nWITH CUSTOMER\n  name = NAME$\n  visits = 1\nEND WITH\nWITH CUSTOMER\n  .visits = .visits + 1\nEND WITH\nPRINT CUSTOMER`,
    output: `{"name":"Ana","visits":2}`,
    raises: ["GB1101", "GB1102", "GB1120"],
  },
  {
    titles: ["FOR", "NEXT", "STEP"],
    forms: ["FOR <name> = <first> TO <last> [STEP <step>] … NEXT [<name>]"],
    summary: "Repeats statements while a variable counts from one number to another.",
    example: `FOR I = 1 TO 3\n  PRINT I\nNEXT I`,
    output: `1\n2\n3`,
    raises: ["GB1101", "GB1103", "GB3001", "GB3101", "GB3111"],
  },
  {
    titles: ["FOR EACH", "END FOR"],
    forms: ["FOR EACH <name> IN <list> … NEXT [<name>]"],
    summary: "Repeats statements for each item of a list, or for each value of an object.",
    example: `FOR EACH ITEM IN ["tea", "milk"]\n  PRINT ITEM\nNEXT ITEM`,
    output: `tea\nmilk`,
    raises: ["GB1101", "GB1103", "GB3101", "GB3112"],
  },
  {
    titles: ["WHILE", "WEND", "END WHILE"],
    forms: ["WHILE <condition> … WEND"],
    summary: "Repeats statements while a condition is true.",
    example: `LET I = 0\nWHILE I < 3\n  I = I + 1\nWEND\nPRINT I`,
    output: `3`,
    raises: ["GB1101", "GB1102", "GB3101"],
  },
  {
    titles: ["DO", "LOOP", "UNTIL"],
    forms: ["DO [WHILE|UNTIL <condition>] … LOOP [WHILE|UNTIL <condition>]"],
    summary: "Repeats statements, with the condition tested before or after each turn.",
    example: `LET I = 0\nDO\n  I = I + 1\nLOOP UNTIL I = 3\nPRINT I`,
    output: `3`,
    raises: ["GB1101", "GB1102", "GB3101"],
  },
  {
    titles: ["EXIT", "BREAK", "CONTINUE", "END"],
    forms: ["EXIT [FOR|WHILE|DO|SELECT|SUB|FUNCTION]", "BREAK", "CONTINUE", "END"],
    summary:
      "EXIT with a word leaves that block; EXIT or END alone ends the run. BREAK leaves the innermost loop, CONTINUE goes on with its next turn.",
    example: `FOR I = 1 TO 9\n  IF I = 3 THEN EXIT FOR\n  PRINT I\nNEXT I`,
    output: `1\n2`,
    raises: ["GB2301", "GB2303", "GB2311"],
  },
  {
    titles: ["TRY", "CATCH", "FINALLY", "END TRY"],
    forms: ["TRY … [CATCH [<name>] …] [FINALLY …] END TRY"],
    summary:
      "Runs statements; an error in them goes to CATCH, with message, code, line and file. FINALLY runs in any case.",
    example: `TRY\n  THROW "no tea left"\nCATCH E\n  PRINT "Sorry: " + E\nFINALLY\n  PRINT "done"\nEND TRY`,
    output: `Sorry: no tea left\ndone`,
    raises: ["GB1101", "GB1121", "GB1122", "GB2311"],
  },
  {
    titles: ["THROW"],
    forms: ["THROW <value>"],
    summary:
      "Raises an error with a message, or with an object that has one. Without CATCH or ON ERROR it ends the run.",
    example: `TRY\n  THROW { message: "no tea left", code: "STOCK" }\nCATCH E\n  PRINT E, E.code\nEND TRY`,
    output: `no tea left STOCK`,
    raises: ["GB3050"],
  },
  {
    titles: ["ON ERROR", "RESUME", "CLEAR ERROR", "ERR", "ERL", "ERROR", "ERROR MESSAGE"],
    forms: [
      "ON ERROR RESUME NEXT",
      "ON ERROR GOTO <label>",
      "ON ERROR GOTO 0",
      "RESUME [NEXT|<label>]",
      "CLEAR ERROR",
    ],
    summary:
      "RESUME NEXT goes on behind each statement that fails, GOTO runs the lines behind a label, GOTO 0 ends both. ERROR then is true, ERR the number, ERL the line and ERROR MESSAGE the text of the error.",
    example: `ON ERROR RESUME NEXT\nLET SHARE = 10 / 0\nIF ERROR THEN\n  PRINT "Sorry: " + ERROR MESSAGE\n  CLEAR ERROR\nEND IF`,
    output: `Sorry: division by zero`,
    raises: ["GB2312", "GB2314", "GB2315", "GB3052"],
  },
  {
    titles: ["GOTO", "GOSUB", "LABEL"],
    forms: ["GOTO <label>", "GOSUB <label> … RETURN", "<label>:", "<number> <statement>"],
    summary:
      "GOTO goes on at a label or line number of the same SUB, FUNCTION, handler or top level. GOSUB comes back at RETURN.",
    example: `LET N = 1\nAGAIN:\nPRINT N\nN = N + 1\nIF N < 3 THEN GOTO AGAIN`,
    output: `1\n2`,
    raises: ["GB1131", "GB2312", "GB2313", "GB2315"],
  },
  {
    titles: ["INCLUDE"],
    forms: ['INCLUDE "<path>"'],
    summary:
      "Brings in the SUBs and FUNCTIONs of another script; the path starts from the folder of this one. The lines outside of them run once, where the INCLUDE stands; their variables stay that file's own.",
    file: {
      path: "prices.bas",
      text: "CONST RATE = 0.2\n\nFUNCTION GROSS PRICE(NET, PIECES)\n  RETURN NET * PIECES * (1 + RATE)\nEND FUNCTION",
    },
    example: `INCLUDE "prices.bas"\nPRINT GROSS PRICE(10, 3)`,
    output: `36`,
    raises: [
      "GB1160",
      "GB1161",
      "GB2270",
      "GB2271",
      "GB2272",
      "GB2273",
      "GB2274",
      "GB2275",
      "GB2276",
    ],
  },
  {
    titles: ["SUB", "END SUB"],
    forms: ["SUB <NAME> [<parameter>, <parameter>] … END SUB"],
    summary:
      "Declares statements under a name of one or more words. It is called by its name, with or without CALL and brackets.",
    example: `SUB GREET GUEST NAME$\n  PRINT "Hello " + NAME$\nEND SUB\nGREET GUEST "Ana"`,
    output: `Hello Ana`,
    raises: ["GB1106", "GB2102", "GB2103", "GB2206", "GB2207", "GB2302", "GB2501", "GB3102"],
  },
  {
    titles: ["FUNCTION", "END FUNCTION", "RETURN"],
    forms: ["FUNCTION <NAME>(<parameter>, <parameter>) … RETURN <value> END FUNCTION"],
    summary: "Declares statements that give a value; RETURN ends them and says which.",
    example: `FUNCTION TWICE(N)\n  RETURN N * 2\nEND FUNCTION\nPRINT TWICE(21)`,
    output: `42`,
    raises: ["GB1106", "GB2102", "GB2103", "GB2206", "GB2207", "GB2501", "GB3102"],
  },
  {
    titles: ["CALL"],
    forms: ["CALL <NAME>[(<value>, <value>)]"],
    summary: "Runs a SUB or FUNCTION of the file and waits for its end.",
    example: `SUB GREET(NAME$)\n  PRINT "Hello " + NAME$\nEND SUB\nCALL GREET("Ana")`,
    output: `Hello Ana`,
    raises: ["GB2203", "GB2206", "GB2207"],
  },
  {
    titles: ["SPAWN"],
    forms: [
      "SPAWN <NAME> [<value>, <value>]",
      "SPAWN <NAME> [<value>, <value>] AFTER <number> SECONDS|MINUTES|HOURS|DAYS",
    ],
    summary:
      "Runs a SUB of the file later, after the response was sent or when the time is over; what it does is tried again where the outside fails.",
    example: `SUB SAY LATER TEXT$\n  LOG TEXT$\nEND SUB\nSPAWN SAY LATER "the response came first"`,
    output: `script.bas:2 the response came first`,
    raises: ["GB1003", "GB1050", "GB2206", "GB2207", "GB2209", "GB2401", "GB3001", "GB3150"],
  },
  {
    titles: ["REM"],
    forms: ["REM <text>", "' <text>"],
    summary: "A comment, which goes on to the end of the line.",
    example: `REM says hello\nPRINT "Hello"  ' to everybody`,
    output: `Hello`,
  },
  ...operatorHelp,
];
