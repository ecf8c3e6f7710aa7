import type { Host, Sender } from "../host/host.ts";
import type { OutboundMessage } from "../host/message.ts";

/** Makes a host whose effects are dropped while `isSilent`; what gives values works as ever. */
export function silenceHost(host: Host, isSilent: () => boolean): Host {
  return {
    ...host,
    output: {
      print: (value, place) => {
        if (!isSilent()) host.output.print(value, place);
      },
    },
    log: {
      write: (message, fields, place) => {
        if (!isSilent()) host.log.write(message, fields, place);
      },
    },
    mail: silenceSender(host.mail, isSilent),
    whatsapp: silenceSender(host.whatsapp, isSilent),
    sms: silenceSender(host.sms, isSilent),
    phone: { ...host.phone, ...silenceSender(host.phone, isSilent) },
  };
}

function silenceSender<M extends OutboundMessage>(
  sender: Sender<M>,
  isSilent: () => boolean,
): Sender<M> {
  return {
    send: (message, place) => {
      if (!isSilent()) sender.send(message, place);
    },
    skip: (message, reason, place) => {
      if (!isSilent()) sender.skip(message, reason, place);
    },
  };
}
