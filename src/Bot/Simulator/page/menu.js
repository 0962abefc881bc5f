import { byId, el } from "./element.js";

/** The account's menu at the foot of the phone. */
export function showMenu(buttons, send, note) {
  const menu = byId("menu");
  menu.replaceChildren(...buttons.map(button => group(button, act)));
  menu.hidden = buttons.length === 0;

  function act(button) {
    closeAll();
    if (button.type === "click") send({ kind: "tap", key: button.key });
    else if (button.url) window.open(button.url, "_blank", "noopener");
    else note(`模拟器不做「${button.name}」这类菜单（${button.type}）`);
  }
}

function group(button, act) {
  if (button.buttons.length === 0) {
    return el("div", { class: "group" }, el("button", { type: "button", class: "top", onclick: () => act(button) }, button.name));
  }

  const sub = el("div", { class: "sub", hidden: true },
    ...button.buttons.map(one => el("button", { type: "button", onclick: () => act(one) }, one.name)));
  const top = el("button", {
    type: "button", class: "top", "aria-haspopup": "true", "aria-expanded": "false", onclick: () => toggle(top, sub),
  }, button.name);
  return el("div", { class: "group" }, top, sub);
}

function toggle(top, sub) {
  const opens = sub.hidden;
  closeAll();
  sub.hidden = !opens;
  top.setAttribute("aria-expanded", String(opens));
  if (opens) sub.querySelector("button").focus();
}

function closeAll() {
  for (const sub of document.querySelectorAll(".menu .sub")) sub.hidden = true;
  for (const top of document.querySelectorAll(".menu [aria-expanded]")) top.setAttribute("aria-expanded", "false");
}

document.addEventListener("click", event => {
  if (!event.target.closest(".menu")) closeAll();
});

document.addEventListener("keydown", event => {
  const open = document.querySelector(".menu .sub:not([hidden])");
  if (event.key !== "Escape" || !open) return;
  closeAll();
  open.previousElementSibling.focus();
});
