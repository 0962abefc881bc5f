// Node's own Ed25519 plays QQ: signs events with the bot's secret and checks our answer to the address check.
const crypto = require('node:crypto');
const { secret, events, answers } = require('./input.cjs')();

let text = secret;
while (Buffer.byteLength(text) < 32) text += text;
const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(text).subarray(0, 32)]);
const key = crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });

process.stdout.write(JSON.stringify({
  signatures: events.map(({ timestamp, body }) => crypto.sign(null, Buffer.from(timestamp + body), key).toString('hex')),
  right: answers.map(({ signed, signature }) =>
    crypto.verify(null, Buffer.from(signed), crypto.createPublicKey(key), Buffer.from(signature, 'hex'))),
}));
