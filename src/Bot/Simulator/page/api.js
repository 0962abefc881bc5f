const ROOT = "/simulator/api";

async function call(method, path, body) {
  const response = await fetch(ROOT + path, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!response.ok) throw new HttpError(response.status);
  return response.status === 204 ? null : response.json();
}

export class HttpError extends Error {
  constructor(status) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

export const setup = () => call("GET", "/setup");

export const begin = license => call("POST", "/phones", { license });

export const push = (openId, act) => call("POST", `/phones/${openId}/acts`, act);

/** Ends a phone; outlives the page, since it is called when the page goes. */
export const end = openId => fetch(`${ROOT}/phones/${openId}`, { method: "DELETE", keepalive: true });

/** Sends a text message from a phone. */
export const text = (phone, words) => call("POST", `/sms/${phone}`, { text: words });

/** Forgets a phone's text messages. */
export const forget = phone => call("DELETE", `/sms/${phone}`);

/** Listens to a phone, and to all phones' text messages; resolves once the server sends. */
export function listen(openId, onPhone, onSms) {
  let since = null;
  const source = new EventSource(`${ROOT}/phones/${openId}/events`);
  return new Promise(resolve => {
    source.onmessage = message => {
      const { phone, sms, smsBefore } = JSON.parse(message.data);
      if (phone) onPhone(phone);
      else if (sms) onSms(sms, sms.number > since);
      else {
        // A lost connection begins with this again; what came before the page opened stays old.
        since ??= smsBefore;
        resolve(source);
      }
    };
  });
}
