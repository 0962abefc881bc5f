import { byId, el } from "./element.js";
import { ownBubble, theirBubble } from "./bubbles.js";

const QUIET_MS = 5 * 60 * 1000;
// The service's own time zone, wherever the browser is.
export const clock = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai" });

/** The conversation on the phone's screen. */
export class Chat {
  constructor(list, { send, select }) {
    this.list = list;
    this.send = send;
    this.select = select;
    this.initial = "我";
    this.clear();
  }

  clear() {
    this.list.replaceChildren();
    this.lastAt = 0;
    this.typing = null;
  }

  /** Shows what the owner did and returns a function that ties it to its exchange. */
  addOwn(act) {
    const shown = ownBubble(act);
    if (!shown) return () => {};
    const line = this.addLine("mine", el("div", { class: "avatar", "aria-hidden": "true" }, this.initial), shown);
    return exchange => this.tie(line, exchange);
  }

  addTheirs(message, exchange, late = false) {
    const line = this.addLine("theirs", accountAvatar(), theirBubble(message, this.send));
    if (late) line.after(el("li", { class: "late" }, "客服消息接口送达"));
    this.tie(line, exchange);
    this.choose(line, exchange);
    this.toEnd();
  }

  addNotice(words, exchange = null) {
    const line = el("li", { class: "notice" }, words);
    this.append(line);
    if (exchange) this.tie(line, exchange);
  }

  showTyping(shown) {
    this.typing?.remove();
    this.typing = shown
      ? el("li", { class: "line typing", "aria-label": "对方正在输入" }, accountAvatar(),
        el("div", { class: "bubble" }, el("i"), el("i"), el("i")))
      : null;
    if (this.typing) {
      this.list.append(this.typing);
      this.toEnd();
    }
  }

  addLine(side, avatar, bubble) {
    this.addTime();
    const line = el("li", { class: `line ${side}` }, avatar, bubble);
    this.append(line);
    return line;
  }

  addTime() {
    const now = Date.now();
    if (now - this.lastAt > QUIET_MS) this.append(el("li", { class: "time" }, clock.format(now)));
    this.lastAt = now;
  }

  append(line) {
    if (this.typing) this.typing.before(line);
    else this.list.append(line);
    this.toEnd();
  }

  tie(line, exchange) {
    line.tabIndex = 0;
    line.title = "看线上往来";
    line.addEventListener("click", event => {
      if (!event.target.closest("a, button")) this.choose(line, exchange);
    });
    line.addEventListener("keydown", event => {
      if (event.key === "Enter" && event.target === line) this.choose(line, exchange);
    });
  }

  choose(line, exchange) {
    this.list.querySelector(".chosen")?.classList.remove("chosen");
    line.classList.add("chosen");
    this.select(exchange);
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
  }
}

function accountAvatar() {
  return el("div", { class: "avatar", "aria-hidden": "true" }, el("img", { src: "/simulator/page/icon.svg", alt: "" }));
}

export const chatOn = hooks => new Chat(byId("chat"), hooks);
