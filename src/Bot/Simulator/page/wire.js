import { byId, el } from "./element.js";

const FAULTS = {
  timeout: "5 秒没有回复，微信断开",
  unreachable: "连不上",
  status: "状态码不是 200",
  unreadable: "回复不是微信的 XML",
  signature: "回复的签名不对",
  undecryptable: "回复解不开密",
  misaddressed: "回复的收件人不对",
};

/** A push as it went over the wire. */
export function pushExchange(played) {
  const last = played.tries.at(-1);
  return {
    facts: `${last.status ? `HTTP ${last.status}` : "没有回复"} · ${last.milliseconds} ms · ${played.tries.length} 次`,
    tabs: [
      ["请求密文", `POST ${played.url}\n\n${played.requestBody}`],
      ["请求明文", lines(played.requestPlain)],
      ["回复密文", last.responseBody ?? ""],
      ["回复明文", lines(last.responsePlain ?? "")],
    ],
    tries: played.tries.map(one => ({
      bad: one.fault !== null,
      words: `第 ${one.number} 次：${one.status ? `HTTP ${one.status}` : "没有回复"}，${one.milliseconds} ms` +
        (one.fault ? `，${FAULTS[one.fault] ?? one.fault}` : ""),
    })),
    plain: lines(played.requestPlain),
  };
}

/** A message that came by WeChat's API. */
export function apiExchange(call) {
  return {
    facts: `客服消息接口 ${call.path}`,
    tabs: [["接口请求", `POST ${call.path}\n\n${call.request}`], ["接口回复", call.response]],
    tries: [],
    plain: null,
  };
}

/** Whether the phone should say that the account is out of order. */
export const isOutOfOrder = played => played.tries.at(-1).fault !== null;

let chosen = "回复明文";

byId("wire").addEventListener("toggle", () => byId("wire").open && byId("wire").scrollIntoView({ block: "nearest" }));

/** Shows an exchange behind the fold. */
export function showExchange(exchange) {
  byId("wire-facts").textContent = exchange.facts;
  const text = el("pre", { id: "wire-text", role: "tabpanel", tabindex: "0" });
  const tabs = exchange.tabs.map(([name, content]) =>
    el("button", { type: "button", role: "tab", "aria-controls": "wire-text", onclick: () => open(name, content) }, name));
  const list = el("div", { class: "tabs", role: "tablist", "aria-label": "线上往来" }, ...tabs);
  list.addEventListener("keydown", event => move(tabs, event));
  byId("wire-body").replaceChildren(list, text, el("ol", { class: "tries" },
    ...exchange.tries.map(one => el("li", { class: one.bad ? "bad" : null }, one.words))));
  const first = exchange.tabs.find(([name]) => name === chosen) ?? exchange.tabs[0];
  show(...first);
  if (exchange.plain) suggest(exchange.plain);

  function open(name, content) {
    chosen = name;
    show(name, content);
  }

  function show(name, content) {
    for (const tab of tabs) {
      const isChosen = tab.textContent === name;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
    text.textContent = content || "（空）";
    text.setAttribute("aria-label", name);
  }
}

/** The raw push begins with the last one, until somebody writes in it. */
function suggest(plain) {
  const box = byId("raw-xml");
  if (box.value === "" || box.value === box.dataset.suggested) box.value = plain;
  box.dataset.suggested = plain;
}

function move(tabs, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
  next.focus();
  next.click();
}

// A line for each field; what is inside a CDATA section stays as it is.
function lines(xml) {
  return xml.replace(/(<!\[CDATA\[[\s\S]*?\]\]>)|<(?:\/\w+|xml|Articles|item)>(?=<)/g, (whole, data) => data ?? `${whole}\n`);
}
