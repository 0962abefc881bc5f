import { byId } from "./element.js";

/** The two apps of the phone; one is in front. */
export class Apps {
  constructor(onSwitch) {
    this.onSwitch = onSwitch;
    this.keys = [...document.querySelectorAll("#apps [role=tab]")];
    for (const key of this.keys) key.addEventListener("click", () => this.open(key.dataset.app));
    byId("apps").addEventListener("keydown", event => this.move(event));
    this.open("wechat");
  }

  get isSms() {
    return this.current === "sms";
  }

  open(name) {
    this.current = name;
    for (const key of this.keys) {
      const isOpen = key.dataset.app === name;
      key.setAttribute("aria-selected", String(isOpen));
      key.tabIndex = isOpen ? 0 : -1;
      byId(`${key.dataset.app}-app`).hidden = !isOpen;
    }
    if (this.isSms) this.setUnread(false);
    this.onSwitch(name);
  }

  setUnread(unread) {
    byId("unread").hidden = !unread;
  }

  move(event) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = this.keys.find(key => key !== event.target);
    other.focus();
    other.click();
  }
}
