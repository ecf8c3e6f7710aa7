import type { httpMessages } from "../codes/http.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/http.ts`. */
export const httpExplanations: ExplanationsOf<typeof httpMessages> = {
  GB4601: {
    title: "An address that is none",
    means:
      "GET, POST and the other calls take whole addresses, which begin with `http://` or `https://`. This value is none. Files of a bot, tables and paths of a server of one's own are read so in General Bots, but not by gbasic.",
    example: {
      kind: "run",
      script: `LET PATH$ = "/orders/7"
PRINT GET PATH$`,
    },
    mend: "Write the whole address, such as `https://shop.example/orders/7`.",
  },
  GB4602: {
    title: "A private address that is called",
    means:
      "The host is this machine, or stands in a network that is not public. A message from outside could make a script call what nobody outside may reach, such as the data of a cloud machine, so that is refused, also where a name or a redirect leads there.",
    example: { kind: "run", script: `PRINT GET "http://127.0.0.1:8080/orders"` },
    mend: "Where the call is meant, set `GBASIC_HTTP_ALLOW` to the host, as the hint shows; see [the settings](../../configuration.md).",
  },
  GB4603: {
    title: "A password in an address",
    means:
      "An address with a user and a password shows them in logs and to whoever the answer leads on to, so none is called.",
    example: { kind: "run", script: `PRINT GET "https://ana:secret@shop.example/orders"` },
    mend: 'Send them in a header: `SET HEADER "Authorization", "Basic " + BASE64(USER$ + ":" + PASSWORD$)`.',
  },
  GB4604: {
    title: "A service that a call could not reach",
    means:
      "No connection came about, so the service never saw the call. An event or a job is run again later; `gbasic run` ends.",
    example: { kind: "run", script: `PRINT GET "https://shop.example/orders"` },
    mend: "Look whether the address is right and the service runs.",
  },
  GB4605: {
    title: "A call without a whole answer",
    means:
      "The service took the connection, and then no whole answer came in time. A GET, PUT or DELETE is made again by itself. A POST or PATCH is not, since it may have been carried out: the run ends, and a person decides.",
    example: {
      kind: "situation",
      text: "A service takes longer than `GBASIC_HTTP_TIMEOUT`, or falls over while it answers.",
    },
    mend: "For POST and PATCH look on the other side whether it was carried out; `gbasic jobs retry` runs the event again, with the same `Idempotency-Key`.",
  },
  GB4606: {
    title: "An answer that is too long",
    means:
      "An answer has to fit into the memory, so there is a limit for it, of what it is unpacked.",
    example: {
      kind: "situation",
      text: "A service sends a whole table, or a small packed body that grows without end.",
    },
    mend: "Ask for less, such as one page of a list, or set `GBASIC_HTTP_MAX_BODY`.",
  },
  GB4607: {
    title: "An answer that only leads on",
    means:
      "The service leads on to another address, that one again, and so on, more than ten times. Most often it is a circle, such as between a page and its login.",
    example: {
      kind: "situation",
      text: "`/orders` leads to `/login`, which leads back to `/orders`.",
    },
    mend: "Send what the service asks for, such as a token by SET HEADER, or call the address where it is.",
  },
  GB4608: {
    title: "An answer that leads nowhere",
    means:
      "The service leads on to something that is no address, or to one that is no http or https.",
    example: {
      kind: "situation",
      text: "A service answers with the status 302 and the location `file:///etc/passwd`.",
    },
    mend: "Call the address where the service is.",
  },
  GB4757: {
    title: "An answer that leads from https to http",
    means:
      "What is called with https is encrypted. The service answered that it is elsewhere, at an address without encryption, so that what is sent and what comes back could be read and changed on the way. That is not followed.",
    example: {
      kind: "situation",
      text: "https://shop.example/orders answers 301 with http://www.shop.example/orders.",
    },
    mend: "Call the address where the service really is: most often the same one as in the message, with https. Where the service has no https, a script can call http itself.",
  },
  GB4609: {
    title: "A GET that was refused",
    means:
      "The status of the answer is no success. For GET that is an error, as there is nothing to go on with; after POST, PUT, PATCH and DELETE the script looks at `.status` itself.",
    example: {
      kind: "situation",
      text: "A service answers 404 for an order that it does not have, or 401 without a token.",
    },
    mend: "Do what the message says, or catch the error with TRY.",
  },
  GB4610: {
    title: "A header with a wrong name",
    means: "Names of headers have no blanks and none of `( ) , / : ; < = > ? @ [ \\ ] { }`.",
    example: {
      kind: "run",
      script: `SET HEADER "Api Key", "abc"`,
      mended: `SET HEADER "Api-Key", "abc"`,
    },
    mend: "Write the name as the service's manual has it.",
  },
  GB4611: {
    title: "A header with a value that headers cannot hold",
    means:
      "A line break in a header would end it, and what follows would be a header of its own. Other control characters and characters beyond Latin-1 cannot be sent either.",
    example: { kind: "run", script: `SET HEADER "X-Name", "Ana" + CHR$(10) + "X-Admin: yes"` },
    mend: "Take the line break out where it came in by mistake; write other scripts percent-encoded, with URLENCODE.",
  },
  GB4612: {
    title: "A header that gbasic sets itself",
    means:
      "This header says how the body travels or which host is meant, which follows from the call itself.",
    example: { kind: "run", script: `SET HEADER "Content-Length", "5"` },
    mend: "Leave it out.",
  },
  GB4613: {
    title: "SET HEADER without a value",
    means:
      "The header needs a value behind a comma, AS or TO. An empty text takes the header away.",
    example: {
      kind: "run",
      script: `SET HEADER "X-Api-Key"`,
      mended: `SET HEADER "X-Api-Key", "abc"`,
    },
    mend: "Write the value.",
  },
  GB4614: {
    title: "HEADERS with something else than headers",
    means:
      "HEADERS of a call takes an object, or a text with a line `Name: value` for each header.",
    example: { kind: "run", script: `PRINT GET "https://shop.example/orders" HEADERS "abc"` },
    mend: 'Write `HEADERS { "Accept": "text/csv" }`.',
  },
  GB4615: {
    title: "A third value that is no content type",
    means:
      "What stands third is what the body is: `application/x-www-form-urlencoded`, `text/csv`. Several values without names cannot be sent, as the service would not know which is which.",
    example: { kind: "run", script: `PRINT POST "https://shop.example/orders", "tea", 2` },
    mend: 'Give the values names: `POST url WITH item = "tea", amount = 2`.',
  },
  GB4616: {
    title: "A body that has to be a text",
    means:
      "The content type is neither JSON nor a form, so gbasic cannot know how an object is written in it.",
    example: {
      kind: "run",
      script: `PRINT POST "https://shop.example/orders", { "item": "tea" }, "text/xml"`,
    },
    mend: "Make a text of the value first, as by `XML(value)`.",
  },
  GB4617: {
    title: "WITH without names",
    means: "What stands behind WITH are names with values, or an object.",
    example: { kind: "run", script: `PRINT GET "https://shop.example/orders" WITH 7` },
    mend: "Write `WITH id = 7`.",
  },
  GB4618: {
    title: "An answer that is no JSON",
    means:
      "The content type of the answer says that it is JSON, and its body cannot be read as such.",
    example: {
      kind: "situation",
      text: "A service that fails writes a page of HTML, and leaves the content type as it was.",
    },
    mend: "Call the address in a browser to see what it gives.",
  },
  GB4619: {
    title: "An answer that is no text",
    means: "The answer is a picture, an archive, a PDF or another body that has no text.",
    example: { kind: "situation", text: '`GET "https://shop.example/logo.png"`' },
    mend: "Ask for JSON or a text; many services give the same as JSON.",
  },
  GB4620: {
    title: "An answer that cannot be unpacked",
    means:
      "The answer says that it is packed, and either it is not, or in a way that was not asked for.",
    example: {
      kind: "situation",
      text: "A service says `Content-Encoding: gzip` and sends plain text.",
    },
    mend: 'Tell the makers of the service; `SET HEADER "Accept-Encoding", "identity"` asks for it unpacked.',
  },
  GB4621: {
    title: "A fault of a SOAP service",
    means:
      "The service took the call and says that it cannot carry it out; the message has its reason.",
    example: { kind: "situation", text: "`SOAP` asks for an order that there is not." },
    mend: "Do what the reason says, or catch the error with TRY.",
  },
  GB4622: {
    title: "An answer that is no SOAP",
    means:
      "The answer is no envelope of SOAP, or where an address ends in `?wsdl`, no description of a service.",
    example: { kind: "situation", text: "The address is that of a page for people." },
    mend: "Look the address up in the service's manual.",
  },
  GB4623: {
    title: "An operation that the service does not have",
    means: "The description of the service lists its operations, and this is none of them.",
    example: {
      kind: "situation",
      text: '`SOAP url, "GetOrders"` where the service has `GetOrder`.',
    },
    mend: "Write one of those that the message lists.",
  },
  GB4624: {
    title: "A name that XML does not allow",
    means: "Names of members become elements of the envelope, and so does the operation.",
    example: {
      kind: "run",
      script: `PRINT SOAP "https://shop.example/orders.asmx", "GetOrder", { "order id": 7 }`,
    },
    mend: "Write the name as the service has it, without blanks.",
  },
  GB4625: {
    title: "A call that a replay cannot make",
    means:
      "`gbasic replay` runs a script again without calling anybody, and answers its calls with what was answered then. For this call there is nothing.",
    example: { kind: "situation", text: "The script has changed since and calls another service." },
    mend: "Run the script in a test with MOCK to see what it does.",
  },
  GB2620: {
    title: "An address with a slip in it",
    means:
      "The text looks like an address and does not begin as one: `htp://`, `http:/`, or no `https://` at all.",
    example: {
      kind: "check",
      script: `PRINT GET "htp://shop.example.com/orders"`,
      mended: `PRINT GET "http://shop.example.com/orders"`,
    },
    mend: "Write it as the message proposes.",
  },
  GB2622: {
    title: "SET HEADER in a file that makes no calls",
    severity: "warning",
    means:
      "SET HEADER sets a header of the calls that a script makes with GET, POST and the others. The answer of a handler has headers of its own.",
    example: {
      kind: "check",
      script: `ON WEBHOOK GET TO "/menu" DO
  SET HEADER "Content-Type", "text/csv"
  PRINT "tea,2"
END ON`,
      mended: `ON WEBHOOK GET TO "/menu" DO
  SET RESPONSE HEADER "Content-Type" TO "text/csv"
  PRINT "tea,2"
END ON`,
    },
    mend: "Write SET RESPONSE HEADER, or remove the line.",
  },
  GB2621: {
    title: "An address of this machine or a private network",
    severity: "info",
    means:
      "Scripts call public addresses only, unless a setting allows another one. So this call fails wherever `GBASIC_HTTP_ALLOW` does not name the host.",
    example: {
      kind: "check",
      script: `PRINT GET "http://localhost:8080/orders"`,
      mended: `PRINT GET "https://shop.example.com/orders"`,
    },
    mend: "Set `GBASIC_HTTP_ALLOW` where the script runs, or write the public address.",
  },
};
