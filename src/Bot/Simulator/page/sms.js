import { byId, el } from "./element.js";
import { clock } from "./chat.js";

const SHOWN_MS = 20000;
const SILENT = "消息没有送到：服务没有收下，看线上往来";

/** The phone's app for text messages: one thread, as the server tells it. */
export class Messages {
  constructor(number, { post, select }) {
    this.list = byId("sms-chat");
    this.post = post;
    this.select = select;
    this.words = byId("sms-words");
    byId("sms-number").textContent = number;
    byId("sms-composer").addEventListener("submit", event => this.submit(event));
    this.words.addEventListener("input", () => this.refresh());
    this.begin(null);
  }

  /** An empty thread of this phone; null while there is none. */
  begin(phone) {
    this.phone = phone;
    this.lines = new Map();
    this.early = new Map();
    this.list.replaceChildren();
    this.refresh();
  }

  /** A message of any phone; true when it is one of this phone. */
  show(message) {
    if (message.phone !== this.phone) return false;
    if (this.lines.has(message.number)) return true;
    const line = el("li", { class: `sms-line ${message.mine ? "mine" : "theirs"}` },
      el("div", { class: "bubble" }, el("span", { class: "inside" }, message.text)),
      el("span", { class: "sms-facts" }, `${clock.format(new Date(message.at))} · ${message.segments} 条短信`));
    this.lines.set(message.number, line);
    this.list.append(line);
    if (message.call) this.tie(line, callExchange(message.call));
    this.settle(message.number);
    this.list.scrollTop = this.list.scrollHeight;
    return true;
  }

  /** Sends words; the message itself comes back with the other events. */
  async send(words) {
    const phone = this.phone;
    const played = await this.post(phone, words);
    if (!played || this.phone !== phone) return;
    this.early.set(played.number, played);
    this.settle(played.number);
  }

  /** The answer of the callback may come before or after the message shows. */
  settle(number) {
    const [line, played] = [this.lines.get(number), this.early.get(number)];
    if (!line || !played) return;
    this.early.delete(number);
    this.tie(line, playedExchange(played));
    this.choose(line, playedExchange(played));
    if (played.status !== 200) line.append(el("span", { class: "sms-facts bad" }, SILENT));
  }

  submit(event) {
    event.preventDefault();
    const words = this.words.value.trim();
    if (!words || byId("sms-send").disabled) return;
    this.words.value = "";
    this.refresh();
    this.send(words);
  }

  refresh() {
    byId("sms-send").disabled = !this.phone || this.words.value.trim() === "";
  }

  tie(line, exchange) {
    line.tabIndex = 0;
    line.title = "看线上往来";
    line.addEventListener("click", () => this.choose(line, exchange));
    line.addEventListener("keydown", event => event.key === "Enter" && this.choose(line, exchange));
  }

  choose(line, exchange) {
    this.list.querySelector(".chosen")?.classList.remove("chosen");
    line.classList.add("chosen");
    this.select(exchange);
  }
}

function playedExchange(played) {
  const answer = played.status ? `HTTP ${played.status}` : "没有回复";
  const fields = [...new URLSearchParams(played.form)].map(([name, value]) => `${name}: ${value}`).join("\n");
  return {
    facts: `${answer} · ${played.milliseconds} ms`,
    tabs: [
      ["短信请求", `POST ${played.url}\nX-Twilio-Signature: ${played.signature}\n\n${played.form}`],
      ["表单", fields],
      ["短信回复", played.response ?? ""],
    ],
    tries: [],
    plain: null,
  };
}

function callExchange(call) {
  const fields = [...new URLSearchParams(call.request)].map(([name, value]) => `${name}: ${value}`).join("\n");
  return {
    facts: "短信发送接口 Messages.json",
    tabs: [["接口请求", `POST ${call.path}\n\n${call.request}`], ["表单", fields], ["接口回复", call.response]],
    tries: [],
    plain: null,
  };
}

let timer = 0;

/** Shows a text message over the screen as a phone does; a tap opens it, or takes the code out of it. */
export function showBanner(message, onTap) {
  byId("sms-from").textContent = `短信 · 发到 ${masked(message.phone)}`;
  byId("sms-hint").textContent = codeOf(message.text) ? "点一下填入验证码" : "点一下查看";
  byId("sms-text").textContent = message.text;
  byId("sms").hidden = false;
  byId("sms-fill").onclick = () => {
    hideBanner();
    onTap(codeOf(message.text));
  };
  clearTimeout(timer);
  timer = setTimeout(hideBanner, SHOWN_MS);
}

export function hideBanner() {
  byId("sms").hidden = true;
}

/** Keeps the latest one beside the phone, whoever it is for. */
export function remember(message) {
  byId("code-card").hidden = false;
  byId("latest-to").textContent = masked(message.phone);
  byId("latest-code").textContent = message.text;
}

const codeOf = text => text.match(/(?<!\d)\d{6}(?!\d)/)?.[0] ?? null;

const masked = phone => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
