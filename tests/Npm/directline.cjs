// botframework-directlinejs as a client: says what it is told to and prints what it saw.
const { domain, token, conversationId, watermark, webSocket, says, until } = require('./input.cjs')();
global.XMLHttpRequest = require('xhr2');
global.WebSocket = require('ws');
// It waits 3 to 15 seconds before it comes back, by chance; here the shortest.
Math.random = () => 0;
const { DirectLine } = require('botframework-directlinejs');

const client = new DirectLine({ domain, token, conversationId, watermark, webSocket, pollingInterval: 200 });
const seen = [];
const ids = [];
const statuses = [];
client.connectionStatus$.subscribe(status => statuses.push(status));
// A post's own answer may come after the bot's.
const endIfAll = () => {
  if (ids.length === says.length && seen.some(({ text }) => text === until)) {
    process.stdout.write(JSON.stringify({ seen, ids, statuses }), () => process.exit(0));
  }
};
const sayAll = () => {
  for (const [index, text] of says.entries()) {
    client.postActivity({
      type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: `c${index}` },
    }).subscribe(id => { ids.push(id); endIfAll(); }, error => { process.stderr.write(String(error)); process.exit(1); });
  }
};
client.activity$.subscribe(activity => {
  // Greeted: it is connected, which its status tells too early.
  if (seen.push(activity) === 1) sayAll();
  endIfAll();
});
setTimeout(() => { process.stderr.write(`Saw only ${JSON.stringify({ seen, ids, statuses })}`); process.exit(1); }, 40000);
