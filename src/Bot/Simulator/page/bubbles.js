import { el, icon } from "./element.js";

/** What the phone's owner did, as a bubble; null for what shows none. */
export function ownBubble(act) {
  switch (act.kind) {
    case "text": return bubble(act.content);
    case "voice": return bubble(voice(act));
    case "picture": return el("img", { class: "photo", src: act.url, alt: "图片：店里的货架" });
    case "location": return bubble(withIcon("location", act.label, "位置"));
    case "link": return bubble(withIcon("link", act.title, act.description));
    case "raw": return bubble(withIcon("link", "自己写的推送", "见线上往来"));
    default: return null;
  }
}

/** What the account sent. */
export function theirBubble(message, send) {
  switch (message.kind) {
    case "text": return bubble(...message.segments.map(segment => run(segment, send)));
    case "news": return news(message.articles);
    case "menu": return menuMessage(message, send);
    default: return bubble(`（模拟器不显示 ${message.msgType} 类消息）`);
  }
}

function bubble(...content) {
  return el("div", { class: "bubble" }, el("span", { class: "inside" }, ...content));
}

function withIcon(name, words, small) {
  return el("span", { class: "kind" }, icon(name), el("span", {}, words, el("span", { class: "small" }, small)));
}

function voice(act) {
  const seconds = Math.max(1, Math.round((act.recognition ?? "四个字吧").length / 4));
  return act.recognition
    ? withIcon("voice", `${seconds}″`, `转文字：${act.recognition}`)
    : withIcon("voice", `${seconds}″`, "没有转成文字");
}

function run(segment, send) {
  if (segment.sends) return tap(segment.text, segment.sends, send);
  return segment.href && /^(https?|tel):/i.test(segment.href) ? outward(segment.href, {}, segment.text) : segment.text;
}

function tap(words, item, send) {
  const act = { kind: "text", content: item.content, menuId: item.id };
  return el("button", { type: "button", class: "tap", onclick: () => send(act) }, words);
}

function outward(href, attributes, ...children) {
  return el("a", { ...attributes, href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function menuMessage(message, send) {
  const made = bubble(
    el("span", { class: "head" }, message.head),
    ...message.items.map(item => tap(item.content, item, send)),
    message.tail ? el("span", { class: "tail" }, message.tail) : null);
  made.classList.add("msgmenu");
  return made;
}

function news(articles) {
  return el("div", { class: articles.length > 1 ? "news many" : "news" }, ...articles.map(article));
}

function article(one) {
  const content = [
    el("span", { class: "cover" }, picture(one.pictureUrl)),
    el("span", { class: "words" },
      el("span", { class: "headline" }, one.title),
      one.description ? el("span", { class: "about" }, one.description) : null),
  ];
  return /^https?:/i.test(one.url)
    ? outward(one.url, { class: "article" }, ...content)
    : el("div", { class: "article" }, ...content);
}

// A picture that does not load leaves its place, so nothing jumps.
function picture(url) {
  return url ? el("img", { src: url, alt: "", onerror: event => event.target.remove() }) : null;
}
