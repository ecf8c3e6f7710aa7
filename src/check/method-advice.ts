/** What to write for methods of JavaScript, Rhai and C# that are none here, by names without `_`. */
const INSTEAD: readonly (readonly [methods: string, instead: string])[] = [
  [
    "SUBSTRING SUBSTR",
    "write .slice(start, end), which counts from 0 and stops before the end, or MID(text, start, count), which counts from 1",
  ],
  ["CHARAT AT ELEMENTAT", "write an index, which counts from 0: text[0]"],
  ["CHARCODEAT CODEPOINTAT", "write ASC(text[0])"],
  ["LASTINDEXOF", "write INSTRREV(text, part), which counts from 1"],
  ["CONCAT", "write + between texts, or APPEND(list, item)"],
  ["MATCH MATCHALL EXEC", 'write REGEX_MATCH(text, "pattern")'],
  ["TEST ISMATCH", 'write REGEX_TEST(text, "pattern")'],
  ["SHIFT", "write SPLICE(list, 0, 1)"],
  ["UNSHIFT", "write SPLICE(list, 0, 0, item)"],
  ["INSERT INSERTAT", "write SPLICE(list, index, 0, item)"],
  ["REMOVE REMOVEAT", "write LIST.splice(index, 1)"],
  ["CLEAR", "assign an empty list: LIST = []"],
  ["ADDRANGE EXTEND", "write FOR EACH item IN more … APPEND(list, item)"],
  ["FIND FINDLAST FIRSTORDEFAULT", 'write FIRST(FILTER(list, "price > 10"))'],
  ["FINDINDEX", "write INDEXOF(list, item)"],
  ["SOME ANY EXISTS", 'write COUNT(FILTER(list, "price > 10")) > 0'],
  ["EVERY ALL TRUEFORALL", 'write COUNT(FILTER(list, "price > 10")) = COUNT(list)'],
  ["WHERE", 'write FILTER(list, "price > 10")'],
  ["SELECT FLATMAP", 'write MAP(list, "price * 2")'],
  ["ORDERBY SORTBY", 'write SORT(list, "price")'],
  ["REDUCE FOLD AGGREGATE", "write SUM(list), or FOR EACH item IN list"],
  ["FOREACH", "write FOR EACH item IN list … NEXT"],
  ["ENTRIES", "write FOR EACH name, value IN object … NEXT"],
  ["TOFIXED", 'write FORMAT(number, "0.00")'],
  ["TOINT TOINTEGER PARSEINT", "write CINT(value) or INT(value)"],
  ["TOFLOAT TODECIMAL", "write CDBL(value)"],
  [
    "TOISOSTRING TODATESTRING TOLOCALEDATESTRING TOLOCALESTRING",
    'write FORMAT(date, "yyyy-MM-dd")',
  ],
  ["GETTIME", "write UNIXTIME(date)"],
  ["GETFULLYEAR", "write YEAR(date)"],
  ["GETMONTH", "write MONTH(date), which counts from 1"],
  ["GETDATE", "write DAY(date)"],
  ["GETDAY", "write WEEKDAY(date), which is 1 for Sunday"],
  ["GETHOURS", "write HOUR(date)"],
  ["GETMINUTES", "write MINUTE(date)"],
  ["GET ITEM", 'write the name in brackets: ORDER["total"]'],
  ["ITEMS", "write FOR EACH name, value IN object … NEXT"],
  ["FORMAT", 'write a text with ${ }, as in "Hello ${NAME$}", or FORMAT(value, "0.00")'],
  ["STRIP", "write .trim()"],
  ["EQUALS", "write = between the values"],
  ["COMPARETO LOCALECOMPARE", "write STRCOMP(first, second)"],
  ["ISNULLOREMPTY ISNULLORWHITESPACE", "write IS_EMPTY(value)"],
];

const BY_METHOD: ReadonlyMap<string, string> = new Map(
  INSTEAD.flatMap(([methods, instead]) => methods.split(" ").map((method) => [method, instead])),
);

/**
 * Says what to write for a method that no value has here.
 * @param key as a script writes it, in upper case
 */
export function insteadOfMethod(key: string): string | undefined {
  return BY_METHOD.get(key.replaceAll("_", ""));
}
