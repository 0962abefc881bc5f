import * as api from "./api.js";
import { Apps } from "./apps.js";
import { chatOn } from "./chat.js";
import { Composer } from "./composer.js";
import { byId, el } from "./element.js";
import { showMenu } from "./menu.js";
import { Personas } from "./personas.js";
import { hideBanner, Messages, rememberOther, showBanner } from "./sms.js";
import { apiExchange, isOutOfOrder, pushExchange, showExchange } from "./wire.js";

const QUESTIONS = {
  wechat: ["软中华这周还能订几条", "为什么", "那硬的呢", "余额够不够扣", "有什么新品", "hhl软蓝什么时候到", "投诉", "人工", "今天天气怎么样"],
  sms: ["限量 软中华", "余额", "新品", "更多", "热线", "投诉", "人工", "退订", "恢复", "STOP", "START"],
};
const MODES = { plain: "明文模式", compatible: "兼容模式", secure: "安全模式" };

const chat = chatOn({ send, select: showExchange });
const composer = new Composer(send);
const titles = { wechat: "烟草零售服务", sms: "" };
let messages = null;
let personas = null;
let phone = null;
let waiting = 0;
const apps = new Apps(showApp);

async function open() {
  const settings = await api.setup();
  byId("protection").textContent = MODES[settings.mode];
  byId("apps").hidden = !settings.smsNumber;
  messages = new Messages({ post: text, select: showExchange });
  titles.sms = settings.smsNumber;
  showMenu(settings.menu, send, words => chat.addNotice(words));
  personas = new Personas(settings.personas, start);
  byId("reset").addEventListener("click", reset);
  byId("raw").addEventListener("submit", event => {
    event.preventDefault();
    send({ kind: "raw", xml: byId("raw-xml").value });
  });
  await start(personas.initial());
}

function showApp(app) {
  byId("title").textContent = titles[app];
  byId("owner").textContent = phone ? phone.owner[app] : "";
  byId("raw").hidden = app !== "wechat";
  byId("chips").replaceChildren(...QUESTIONS[app].map(words =>
    el("button", { type: "button", "data-app": app, disabled: !phone, onclick: () => ask(words) }, words)));
  composer.refresh();
}

function ask(words) {
  if (apps.isSms) messages.send(words);
  else send({ kind: "text", content: words });
}

/** The same retailer with nothing said yet. */
async function reset() {
  if (phone) await api.forget(phone.number);
  await start(phone ? phone.license : personas.initial());
}

/** A new phone for this retailer; null for a stranger. */
async function start(license) {
  const begun = await begin(license);
  if (!begun) return;
  leave();
  phone = { openId: begun.openId, number: begun.phone, owner: ownerOf(begun), license, source: null };
  messages.begin(begun.phone);
  const mine = phone;
  chat.initial = begun.persona?.shop.slice(0, 1) ?? "客";
  personas.mark(license);
  const source = await api.listen(begun.openId, event => receive(mine, event), (message, isNew) => receiveText(mine, message, isNew));
  if (phone !== mine) {
    source.close();
    return;
  }
  mine.source = source;
  composer.setReady(true);
  showApp(apps.current);
  await send({ kind: "follow", scene: null });
}

async function begin(license) {
  try {
    const begun = await api.begin(license);
    personas.refuse(null);
    return begun;
  } catch (fault) {
    if (!(fault instanceof api.HttpError) || fault.status !== 404) throw fault;
    personas.refuse(license);
    // The address named a retailer who is not there.
    return phone ? null : begin(personas.all[0].license);
  }
}

function leave() {
  if (!phone) return;
  phone.source?.close();
  api.end(phone.openId);
  phone = null;
  waiting = 0;
  composer.setReady(false);
  hideBanner();
  rememberOther(null);
  messages.begin(null);
  chat.clear();
}

/** Whose phone it is, under each app's title. */
const ownerOf = ({ persona, phone }) => ({
  wechat: persona ? `${persona.shop} · ${persona.about}` : "陌生人 · 未绑定",
  sms: `${persona?.shop ?? "陌生人"} · 本机 ${phone}`,
});

/** Does something on the phone and shows what comes back. */
async function send(act) {
  const mine = phone;
  const tie = chat.addOwn(act);
  note(act);
  wait(1);
  try {
    const played = await api.push(mine.openId, act);
    if (phone === mine) answer(played, tie);
  } catch {
    if (phone === mine) chat.addNotice("连不上本机的服务，它还开着吗？");
  } finally {
    if (phone === mine) wait(-1);
  }
}

function note(act) {
  if (act.kind === "follow") {
    composer.setFollows(true);
    chat.addNotice("已关注「烟草零售服务」");
  } else if (act.kind === "unfollow") {
    composer.setFollows(false);
    chat.addNotice("已取消关注，公众号发不来消息了");
  } else if (act.kind === "scan") {
    chat.addNotice("扫了公众号的二维码");
  }
}

function answer(played, tie) {
  const exchange = pushExchange(played);
  tie(exchange);
  showExchange(exchange);
  for (const message of played.messages) chat.addTheirs(message, exchange);
  if (isOutOfOrder(played)) chat.addNotice("该公众号提供的服务出现故障，请稍后再试", exchange);
}

/** What WeChat's API sends later. */
function receive(mine, event) {
  if (phone !== mine) return;
  if (event.kind === "typing") chat.showTyping(event.begins || waiting > 0);
  else chat.addTheirs(event.content, apiExchange(event.call), true);
}

/** A text message of any phone: of this one it is shown, and of others too, since codes go to registered phones. */
function receiveText(mine, message, isNew) {
  if (phone !== mine) return;
  const isHere = messages.show(message);
  if (message.mine) return;
  if (!isHere) rememberOther(message);
  if (!isNew || (isHere && apps.isSms)) return;
  if (isHere) apps.setUnread(true);
  showBanner(message, code => {
    if (code && !apps.isSms) composer.fill(code);
    else if (isHere) apps.open("sms");
  });
}

async function text(number, words) {
  try {
    return await api.text(number, words);
  } catch {
    chat.addNotice("连不上本机的服务，它还开着吗？");
    return null;
  }
}

function wait(change) {
  waiting += change;
  chat.showTyping(waiting > 0);
}

window.addEventListener("pagehide", () => phone && api.end(phone.openId));
window.addEventListener("pageshow", event => event.persisted && location.reload());

open().catch(() => chat.addNotice("连不上本机的服务，它还开着吗？"));
