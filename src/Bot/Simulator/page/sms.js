import { byId } from "./element.js";

const SHOWN_MS = 20000;
let timer = 0;

/** Shows a text message as the phone's own would be; a tap takes the code out of it. */
export function showSms(text, onCode) {
  rememberSms(text);
  byId("sms-text").textContent = text;
  byId("sms").hidden = false;
  byId("sms-fill").onclick = () => {
    hideSms();
    onCode(text.match(/\d{6}/)?.[0] ?? "");
  };
  clearTimeout(timer);
  timer = setTimeout(hideSms, SHOWN_MS);
}

export function hideSms() {
  byId("sms").hidden = true;
}

/** Keeps the latest one beside the phone. */
export function rememberSms(text) {
  byId("code-card").hidden = false;
  byId("latest-code").textContent = text;
}
