import { byId } from "./element.js";

const acts = {
  picture: () => ({ kind: "picture", url: `${location.origin}/simulator/page/photo.svg` }),
  location: () => ({ kind: "location", latitude: 30.184823, longitude: 120.264610, label: "店铺门口" }),
  link: () => ({ kind: "link", title: "一篇文章", description: "别人转发的", url: "https://example.com/" }),
  unheard: () => ({ kind: "voice", recognition: null }),
  scan: () => ({ kind: "scan", scene: "counter" }),
  follow: () => ({ kind: "follow", scene: null }),
  unfollow: () => ({ kind: "unfollow" }),
};

/** The row to write in, with its voice key and its panel. */
export class Composer {
  constructor(send) {
    this.send = send;
    this.words = byId("words");
    this.key = byId("send");
    this.speaks = false;
    this.follows = true;
    this.ready = false;
    byId("composer").addEventListener("submit", event => this.submit(event));
    byId("mode").addEventListener("click", () => this.speak(!this.speaks));
    byId("plus").addEventListener("click", () => this.open(byId("plus-panel").hidden));
    byId("plus-panel").addEventListener("click", event => this.pick(event));
    this.words.addEventListener("input", () => this.refresh());
    this.words.addEventListener("focus", () => this.open(false));
  }

  /** Puts words into the row, to be sent by its owner. */
  fill(words) {
    this.speak(false);
    this.words.value = words;
    this.refresh();
    this.words.focus();
  }

  setReady(ready) {
    this.ready = ready;
    this.refresh();
  }

  /** Who does not follow the account can only begin to. */
  setFollows(follows) {
    this.follows = follows;
    this.words.disabled = !follows;
    this.speak(this.speaks);
  }

  submit(event) {
    event.preventDefault();
    const words = this.words.value.trim();
    if (!words || this.key.disabled) return;
    this.words.value = "";
    this.refresh();
    this.send(this.speaks ? { kind: "voice", recognition: words } : { kind: "text", content: words });
  }

  speak(speaks) {
    this.speaks = speaks;
    byId("composer").classList.toggle("speaking", speaks);
    byId("mode").setAttribute("aria-pressed", String(speaks));
    byId("mode").setAttribute("aria-label", speaks ? "改为键盘" : "改为语音");
    byId("mode").querySelector("use").setAttribute("href", `/simulator/page/icons.svg#${speaks ? "keyboard" : "voice"}`);
    this.words.placeholder = this.placeholder();
    this.refresh();
  }

  placeholder() {
    if (!this.follows) return "已取消关注，点 + 重新关注";
    return this.speaks ? "打出要说的话，当语音发" : "想查什么，直接打字";
  }

  open(opens) {
    byId("plus-panel").hidden = !opens;
    byId("menu").hidden = opens || byId("menu").childElementCount === 0;
    byId("plus").setAttribute("aria-expanded", String(opens));
  }

  pick(event) {
    const name = event.target.closest("[data-act]")?.dataset.act;
    if (!name || !this.ready) return;
    this.open(false);
    this.send(acts[name]());
  }

  refresh() {
    this.key.disabled = !this.ready || !this.follows || this.words.value.trim() === "";
    for (const button of document.querySelectorAll("#plus-panel button, .chips [data-app=wechat], .menu button")) {
      button.disabled = !this.ready || this.follows === (button.dataset.act === "follow");
    }
  }
}
