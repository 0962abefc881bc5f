// co-wechat-api is a REST client like ours: it drives the stand-in for WeChat's API.
const API = require('co-wechat-api');
const { prefix, appId, secret, calls } = require('./input.cjs')();
const api = new API(appId, secret);
api.prefix = prefix;

(async () => {
  const results = [];
  for (const { method, args } of calls) {
    try {
      results.push({ result: await api[method](...args) });
    } catch (error) {
      results.push({ code: error.code ?? null, message: error.message });
    }
  }
  process.stdout.write(JSON.stringify(results));
})();
