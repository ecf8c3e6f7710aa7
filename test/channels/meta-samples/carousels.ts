import { ENVELOPE, type MetaSample, TO } from "./sample.ts";

const LATEST = "Of course! Here are three of our latest arrivals, each under $25:";
const PLANTS = [
  {
    name: "blue-echeveria",
    text: "*Blue Echeveria*\n\nA rosette-shaped succulent with powdery blue leaves, perfect for brightening up any space.",
  },
  {
    name: "zebra-haworthia",
    text: "*Zebra Haworthia*\n\nStriking white stripes on deep green leaves give this compact succulent a bold, modern look.",
  },
  {
    name: "panda-plant",
    text: "*Panda Plant*\n\nSoft, fuzzy leaves with chocolate-brown edges—adorable and easy to care for.",
  },
];

/** An object is written in BASIC as in JSON. */
function carousel(cards: readonly object[]): string {
  return `SEND WHATSAPP TO ${TO} WITH CAROUSEL "${LATEST}" CARDS ${JSON.stringify(cards)}`;
}

const imageOf = (name: string) => `https://www.luckyshrub.com/assets/${name}.jpeg`;
const pageOf = (name: string) => `https://shop.luckyshrub.com/latest/${name}`;

function carouselBody(actionOf: (name: string) => object): object {
  const cards = PLANTS.map(({ name, text }, index) => ({
    card_index: index,
    type: "cta_url",
    header: { type: "image", image: { link: imageOf(name) } },
    body: { text },
    action: actionOf(name),
  }));
  const interactive = { type: "carousel", body: { text: LATEST }, action: { cards } };
  return { ...ENVELOPE, type: "interactive", interactive };
}

/** Cards with a page, and cards with buttons. */
export const CAROUSELS: readonly MetaSample[] = [
  [
    "messages/interactive-media-carousel-messages",
    carousel(
      PLANTS.map(({ name, text }) => ({
        ...{ image: imageOf(name), text, button: "Buy now", url: pageOf(name) },
      })),
    ),
    carouselBody((name) => ({
      name: "cta_url",
      parameters: { display_text: "Buy now", url: pageOf(name) },
    })),
  ],
  [
    "messages/interactive-media-carousel-messages",
    carousel(
      PLANTS.map(({ name, text }) => ({
        ...{ image: imageOf(name), text },
        buttons: { [`learn-${name}`]: "Learn more", [`fav-${name}`]: "Add to favorites" },
      })),
    ),
    carouselBody((name) => ({
      buttons: [
        { type: "quick_reply", quick_reply: { id: `learn-${name}`, title: "Learn more" } },
        { type: "quick_reply", quick_reply: { id: `fav-${name}`, title: "Add to favorites" } },
      ],
    })),
  ],
];

const DELIVERED = "Thanks for your order! Tell us what address you’d like this order delivered to.";

function addressBody(parameters: object): object {
  const action = { name: "address_message", parameters };
  const interactive = { type: "address_message", body: { text: DELIVERED }, action };
  return { ...ENVELOPE, to: "+911234567890", type: "interactive", interactive };
}

/** Requests for an address: empty, filled in, with known addresses, with what is wrong. */
export const ADDRESSES: readonly MetaSample[] = (
  [
    ["", { country: "IN" }],
    [
      'VALUES { "name": "CUSTOMER_NAME", "phone_number": "+91xxxxxxxxxx" }',
      { country: "IN", values: { name: "CUSTOMER_NAME", phone_number: "+91xxxxxxxxxx" } },
    ],
    [
      'SAVED { "address1": { "name": "CUSTOMER_NAME", "in_pin_code": "400063", "floor_number": "8", "building_name": "", "address": "Wing A, Cello Triumph,IB Patel Rd", "landmark_area": "Goregaon", "city": "Mumbai" } }',
      {
        country: "IN",
        saved_addresses: [
          {
            id: "address1",
            value: {
              name: "CUSTOMER_NAME",
              in_pin_code: "400063",
              floor_number: "8",
              building_name: "",
              address: "Wing A, Cello Triumph,IB Patel Rd",
              landmark_area: "Goregaon",
              city: "Mumbai",
            },
          },
        ],
      },
    ],
    [
      'VALUES { "in_pin_code": "666666", "city": "Delhi" } ERRORS { "in_pin_code": "We could not locate this pin code." }',
      {
        country: "IN",
        values: { in_pin_code: "666666", city: "Delhi" },
        validation_errors: { in_pin_code: "We could not locate this pin code." },
      },
    ],
  ] as const
).map(([clauses, parameters]) => [
  "messages/address-messages",
  `SEND WHATSAPP TO "+91 12345 67890" WITH ADDRESS REQUEST "${DELIVERED}" ${clauses}`,
  addressBody(parameters),
]);
