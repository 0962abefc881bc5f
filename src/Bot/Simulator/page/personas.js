import { byId, el } from "./element.js";

const STRANGER = { license: null, shop: "陌生人", about: "未绑定", label: "只知道怎么绑定，问不到任何数字" };

/** The list of whose phone it can be. */
export class Personas {
  constructor(personas, onChoose) {
    this.all = [...personas, STRANGER];
    this.onChoose = onChoose;
    this.list = byId("personas");
    this.buttons = this.all.map(persona => this.button(persona));
    this.list.replaceChildren(...this.buttons);
    this.list.addEventListener("keydown", event => this.move(event));
    byId("other").addEventListener("submit", event => this.useOther(event));
  }

  /** The licence named in the address, else the first one. */
  initial() {
    const wanted = location.hash.slice(1);
    if (wanted === "stranger") return null;
    return /^\d{12}$/.test(wanted) ? wanted : this.all[0].license;
  }

  mark(license) {
    this.buttons.forEach((button, index) => {
      const isChosen = this.all[index].license === license;
      button.setAttribute("aria-checked", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    });
    if (this.buttons.every(button => button.tabIndex < 0)) this.buttons[0].tabIndex = 0;
    history.replaceState(null, "", `#${license ?? "stranger"}`);
  }

  refuse(license) {
    byId("other-fault").textContent = license ? `没有许可证号为 ${license} 的零售户。` : "";
  }

  button(persona) {
    return el("button", { type: "button", role: "radio", "aria-checked": "false", onclick: () => this.onChoose(persona.license) },
      el("span", { class: "first" }, el("span", { class: "shop" }, persona.shop), el("span", { class: "license" }, persona.license ?? "")),
      el("span", { class: "about" }, persona.about),
      el("span", { class: "label" }, persona.label));
  }

  useOther(event) {
    event.preventDefault();
    this.onChoose(byId("license").value);
  }

  move(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (this.buttons.indexOf(event.target.closest("button")) + step + this.buttons.length) % this.buttons.length;
    this.buttons[next].focus();
  }
}
