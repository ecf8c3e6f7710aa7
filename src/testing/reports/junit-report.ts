import type { Document, Element } from "@xmldom/xmldom";
import { loadXml } from "../load-xml.ts";
import type { FileResult, TestFailure, TestResult } from "../test-result.ts";
import { type Reporter, totalsOf } from "./report.ts";

/** Characters that XML 1.0 has no way to write. */
const UNWRITABLE = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]`,
  "g",
);

/** Writes a report as JUnit's XML, which CI systems read. */
export const junitReport: Reporter = (report) => {
  const { DOMImplementation, XMLSerializer } = loadXml();
  const document = new DOMImplementation().createDocument(null, "testsuites");
  const root = document.documentElement;
  if (root === null) throw new Error("a document has no root");
  describe(root, { name: "gbasic test", ...countsOf(report), time: seconds(report.durationMs) });
  for (const file of report.files) addSuite(root, file, document);
  const xml = new XMLSerializer().serializeToString(document);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
};

function addSuite(root: Element, file: FileResult, document: Document): void {
  const suite = add(root, document, "testsuite", {
    name: file.file,
    ...countsOf({ files: [file] }),
  });
  if (file.failures.length > 0) {
    const attributes = { name: "the file can be run", classname: file.file, file: file.file };
    const broken = add(suite, document, "testcase", attributes);
    addFailures(broken, file.failures, document);
  }
  for (const test of file.tests) addTest(suite, test, document);
  if (file.warnings.length === 0) return;
  const output = add(suite, document, "system-out", {});
  const text = file.warnings.map(({ rendered }) => rendered).join("\n\n");
  output.appendChild(document.createTextNode(writable(text)));
}

function addTest(suite: Element, test: TestResult, document: Document): void {
  const { name, file, line, durationMs, state, failures } = test;
  const attributes = { name, classname: file, file, line, time: seconds(durationMs) };
  const element = add(suite, document, "testcase", attributes);
  if (state === "skipped") add(element, document, "skipped", {});
  addFailures(element, failures, document);
}

/** One element for all of them, as programs count them. */
function addFailures(parent: Element, failures: readonly TestFailure[], document: Document): void {
  const [first, ...others] = failures;
  if (first === undefined) return;
  const more = others.length === 0 ? "" : ` (and ${String(others.length)} more)`;
  const attributes = { type: first.code, message: `${first.summary}${more}` };
  const element = add(parent, document, "failure", attributes);
  const text = failures.map(({ rendered }) => rendered).join("\n\n");
  element.appendChild(document.createTextNode(writable(text)));
}

function add(
  parent: Element,
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): Element {
  const element = document.createElement(name);
  describe(element, attributes);
  parent.appendChild(document.createTextNode("\n"));
  parent.appendChild(element);
  return element;
}

function describe(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, writable(String(value)));
  }
}

function countsOf(report: Parameters<typeof totalsOf>[0]) {
  const { passed, failed, skipped } = totalsOf(report);
  return { tests: passed + failed + skipped, failures: failed, skipped };
}

function writable(text: string): string {
  return text.replaceAll(UNWRITABLE, "\ufffd");
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
