// The twilio package signs as Twilio does, checks signatures as its customers do, writes TwiML, and calls the REST API.
const twilio = require('twilio');
const { token, sign = [], validate = [], api } = require('./input.cjs')();

// The package knows one host only, so each request is sent to the stand-in instead.
const httpClient = prefix => ({
  async request({ method, uri, username, password, params, data }) {
    const target = new URL(new URL(uri).pathname, prefix);
    for (const [name, value] of Object.entries(params ?? {})) {
      target.searchParams.set(name, value instanceof Date ? value.toISOString() : value);
    }
    const response = await fetch(target, {
      method,
      headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
      body: data && new URLSearchParams(data),
    });
    return { statusCode: response.status, body: await response.json() };
  },
});

const call = async ({ prefix, account, create, list }) => {
  const { messages } = twilio(account, token, { httpClient: httpClient(prefix) });
  const created = [];
  for (const message of create) {
    try {
      const { sid, status, body, dateCreated, errorCode } = await messages.create(message);
      created.push({ sid, status, body, dateCreated, errorCode });
    } catch ({ status, code, moreInfo }) {
      created.push({ status, code, moreInfo });
    }
  }
  const listed = list ? await messages.list({ ...list, dateSentAfter: new Date(list.dateSentAfter), limit: 50 }) : [];
  return { created, listed: listed.map(({ sid, to, body }) => ({ sid, to, body })) };
};

(async () => {
  process.stdout.write(JSON.stringify({
    signed: sign.map(({ url, params }) => twilio.getExpectedTwilioSignature(token, url, params)),
    valid: validate.map(({ signature, url, params }) => twilio.validateRequest(token, signature, url, params)),
    empty: new twilio.twiml.MessagingResponse().toString(),
    ...(api ? await call(api) : {}),
  }));
})();
