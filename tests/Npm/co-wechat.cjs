// co-wechat is a callback server like ours: the same pushes go to it, and what it read and answered comes back.
const http = require('node:http');
const Koa = require('koa');
const coWechat = require('co-wechat');
const { token, key, appId, pushes } = require('./input.cjs')();

let parsed;
let answer;
const app = new Koa();
app.silent = true;
app.use(coWechat({ token, encodingAESKey: key, appid: appId }).middleware(async (message) => {
  parsed = message;
  return answer;
}));

async function push(port, { method, query, body, reply }) {
  parsed = null;
  answer = reply;
  const response = await fetch(`http://127.0.0.1:${port}/?${query}`, { method, body: method === 'POST' ? body : undefined });
  return { status: response.status, body: await response.text(), parsed };
}

const server = http.createServer(app.callback()).listen(0, '127.0.0.1', async () => {
  const results = [];
  for (const one of pushes) {
    results.push(await push(server.address().port, one));
  }
  process.stdout.write(JSON.stringify(results));
  server.close();
  server.closeAllConnections();
});
