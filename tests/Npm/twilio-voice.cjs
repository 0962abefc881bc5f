// Twilio's own package plays the line: it signs what a call tells us, and writes our documents anew with its own builder,
// which has a method for each verb and only where the verb may stand.
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');
const VoiceResponse = require('twilio/lib/twiml/VoiceResponse');
const { authToken, requests, documents } = require('./input.cjs')();

const verbs = {
  Say: (parent, attributes, text) => parent.say(attributes, text),
  Pause: (parent, attributes) => parent.pause(attributes),
  Gather: (parent, attributes, text, children) => children(parent.gather(attributes)),
  Record: (parent, attributes) => parent.record(attributes),
  Redirect: (parent, attributes, text) => parent.redirect(attributes, text),
  Dial: (parent, attributes, text, children) => children(parent.dial(attributes)),
  Number: (parent, attributes, text) => parent.number(attributes, text),
  Hangup: (parent, attributes) => parent.hangup(attributes),
};

function write(parent, { name, attributes, text, children }) {
  verbs[name](parent, attributes, text, (made) => children.forEach((child) => write(made, child)));
}

function rebuild({ children }) {
  const response = new VoiceResponse();
  children.forEach((child) => write(response, child));
  return response.toString();
}

process.stdout.write(JSON.stringify({
  signatures: requests.map(({ url, fields }) => getExpectedTwilioSignature(authToken, url, fields)),
  rebuilt: documents.map(rebuild),
}));
