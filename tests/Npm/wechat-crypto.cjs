// wechat-crypto plays WeChat: encrypts and signs pushes, opens and checks replies.
const Crypto = require('wechat-crypto');
const { token, key, appId, encrypt, open } = require('./input.cjs')();
const crypto = new Crypto(token, key, appId);

const sealed = encrypt.map(({ message, timestamp, nonce }) => {
  const encrypted = crypto.encrypt(message);
  return { encrypted, signature: crypto.getSignature(timestamp, nonce, encrypted) };
});
const opened = open.map(({ encrypted, timestamp, nonce }) => ({
  ...crypto.decrypt(encrypted),
  signature: crypto.getSignature(timestamp, nonce, encrypted),
}));
process.stdout.write(JSON.stringify({ sealed, opened }));
