// The live chat: speaks Direct Line 3.0. Where it cannot, the page's form serves.
(() => {
  'use strict';

  const chat = document.getElementById('chat');
  const base = chat && chat.dataset.directline;
  if (!base || !window.WebSocket || !window.fetch || !window.FormData) return;

  const say = chat.dataset;
  const find = id => document.getElementById(id);
  const [log, lines, state, form, words, choices] = ['chat-log', 'chat-lines', 'chat-state', 'chat-form', 'chat-words', 'chat-choices'].map(find);

  const LongestWait = 30000; // between two tries to connect
  const SilentFor = 60000; // the server speaks every 20 s
  const TypingFor = 6000;
  const LongestSide = 1600; // of a photo, in pixels

  const waiting = new Map(); // our own mark of a message → its line, until the message comes back
  const seen = new Set(); // ids of what is shown
  let watermark = say.watermark;
  let pass = null;
  let socket = null;
  let opening = false;
  let ended = false; // the sign-in is over
  let elsewhere = false; // another page of the same visitor has taken the chat over
  let tries = 0;
  let retryTimer, silenceTimer, typingTimer, offlineTimer;

  // ---- talking to the server

  async function getPass() {
    if (pass && Date.now() < pass.until) return pass;
    const response = await fetch('/chat/token', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json', RequestVerificationToken: form.elements.__RequestVerificationToken.value },
    });
    if (response.redirected || [400, 401, 403, 404].includes(response.status)) {
      ended = true;
      note(say.ended);
    }
    if (ended || !response.ok) throw new Error('no token');
    const given = await response.json();
    pass = { token: given.token, conversation: given.conversationId, until: Date.now() + given.expiresIn * 800 };
    return pass;
  }

  async function call(path, options, again) {
    const { token, conversation } = await getPass();
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(`${base}/conversations/${conversation}${path}`, Object.assign({ headers }, options));
    if ((response.status === 401 || response.status === 403) && !again) {
      pass = null;
      return call(path, options, true);
    }
    if (!response.ok) throw Object.assign(new Error('refused'), { status: response.status });
    return response.json();
  }

  async function connect() {
    if (socket || opening || ended || elsewhere) return;
    opening = true;
    try {
      const opened = await call(`?watermark=${encodeURIComponent(watermark)}`);
      const { pathname, search } = new URL(opened.streamUrl);
      listen(new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${pathname}${search}`));
    } catch (error) {
      retry();
    } finally {
      opening = false;
    }
  }

  function listen(opened) {
    socket = opened;
    opened.onopen = () => { tries = 0; connected(); heard(); };
    opened.onmessage = event => {
      heard();
      if (!event.data) return;
      const set = JSON.parse(event.data);
      set.activities.forEach(show);
      if (set.watermark) watermark = set.watermark;
    };
    opened.onclose = event => {
      if (socket !== opened) return;
      drop();
      elsewhere = event.code === 1008;
      if (elsewhere) note(say.elsewhere); else retry();
    };
  }

  function heard() {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(() => { drop(); retry(); }, SilentFor);
  }

  function drop() {
    clearTimeout(silenceTimer);
    const old = socket;
    socket = null;
    if (old) old.close();
  }

  function retry() {
    if (ended) return;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(connect, Math.min(LongestWait, 1000 * 2 ** tries++) * (0.75 + Math.random() / 2));
    // A short gap is nobody's business.
    offlineTimer = offlineTimer || setTimeout(() => note(say.offline), 3000);
  }

  function connected() {
    clearTimeout(offlineTimer);
    offlineTimer = undefined;
    unsay(say.offline, say.elsewhere);
  }

  function hurry() {
    elsewhere = false;
    tries = 0;
    connect();
  }

  // ---- showing what was said

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function note(text) { state.textContent = text; }

  function unsay(...notes) { if (notes.includes(state.textContent)) note(''); }

  // Like the lines that the server wrote: 11月24日 08:30.
  const clock = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });

  function append(own, person, at, content) {
    const hint = find('chat-hint');
    if (hint) hint.remove();
    const line = make('li', `chat-line ${own ? 'chat-own' : 'chat-bot'}`);
    const meta = make('p', 'chat-meta', `${person || (own ? say.own : say.bot)} · ${say.channel} · `);
    const time = make('time', '', clock.format(at));
    time.dateTime = at.toISOString();
    meta.append(time);
    line.append(meta, content);
    lines.append(line);
    return line;
  }

  // Who has gone back to read something old is left there.
  function reveal(element) {
    const page = document.documentElement;
    const below = page.scrollHeight - page.scrollTop - page.clientHeight;
    if (below < 2 * page.clientHeight) element.scrollIntoView({ block: 'nearest' });
  }

  // What is the server's own is loaded from where the page came from, whatever name the server has for itself.
  function address(url) {
    const read = new URL(url, location.href);
    if (/^\/(v3\/directline|pictures)\//.test(read.pathname)) return read.pathname + read.search;
    return /^(https?|tel):$/.test(read.protocol) ? read.href : '#';
  }

  function link(action) {
    const element = make('a', action.type === 'call' ? 'chat-call' : 'chat-link', action.title);
    element.href = address(action.value);
    return element;
  }

  function picture(url, className, alt) {
    const image = make('img', className);
    image.src = address(url);
    image.alt = alt;
    return image;
  }

  function card(content) {
    const buttons = content.buttons || [];
    const call = buttons.find(button => button.type === 'call');
    if (call) return link(Object.assign({}, call, { title: `${content.title || ''} ${call.title}` }));
    const element = make('div', 'chat-card');
    (content.images || []).forEach(image => element.append(picture(image.url, '', '')));
    element.append(make('p', 'chat-card-title', content.title), make('p', '', content.text), ...buttons.map(link));
    return element;
  }

  function contentOf(activity) {
    const content = make('div', 'chat-words');
    if (activity.text) content.append(make('p', '', activity.text));
    (activity.attachments || []).forEach(file => {
      if (file.content) content.append(card(file.content));
      else if (file.contentUrl) content.append(picture(file.contentUrl, 'chat-picture', say.picture));
    });
    if (!content.firstChild) content.append(make('p', '', say.picture));
    return content;
  }

  function offer(actions) {
    choices.querySelectorAll('button').forEach(button => button.remove());
    (actions || []).forEach(action => {
      const button = make('button', '', action.title);
      button.value = action.value;
      choices.append(button);
      reveal(choices);
    });
  }

  function typing() {
    note(say.typing);
    clearTimeout(typingTimer);
    typingTimer = setTimeout(unsay, TypingFor, say.typing);
  }

  function show(activity) {
    const isOwn = !!activity.from && activity.from.role === 'user';
    if (activity.type === 'typing' && !isOwn) typing();
    if (activity.type !== 'message' || seen.has(activity.id)) return;
    seen.add(activity.id);
    const mark = activity.channelData && activity.channelData.clientActivityID;
    if (isOwn && waiting.has(mark)) {
      const line = waiting.get(mark);
      waiting.delete(mark);
      line.querySelector('.chat-words').replaceWith(contentOf(activity));
      status(line, '');
      return;
    }
    reveal(append(isOwn, activity.from && activity.from.name, new Date(activity.timestamp), contentOf(activity)));
    if (isOwn) return;
    clearTimeout(typingTimer);
    note('');
    const again = find('chat-again');
    if (again) again.remove();
    offer(activity.suggestedActions && activity.suggestedActions.actions);
  }

  function status(line, text, again) {
    const old = line.querySelector('.chat-status');
    if (old) old.remove();
    if (!text) return;
    const element = make('p', 'chat-status', text);
    if (again) {
      const button = make('button', '', say.resend);
      button.type = 'button';
      button.onclick = again;
      element.append(' ', button);
    }
    line.append(element);
    reveal(line);
  }

  // ---- saying something

  function send(activity, photo) {
    const mark = Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('-');
    Object.assign(activity, { type: 'message', locale: 'zh-CN', channelData: { clientActivityID: mark } });
    const line = append(true, '', new Date(), contentOf(activity));
    line.scrollIntoView();
    waiting.set(mark, line);
    offer();
    if (elsewhere || !socket) hurry();
    deliver(line, activity, photo);
  }

  // The same mark on every try: what did arrive is not asked twice.
  async function deliver(line, activity, photo) {
    status(line, say.sending);
    try {
      const json = new Blob([JSON.stringify(activity)], { type: photo ? 'application/vnd.microsoft.activity' : 'application/json' });
      await call(photo ? '/upload' : '/activities', { method: 'POST', body: photo ? upload(json, photo) : json });
      status(line, '');
    } catch (error) {
      if (!waiting.has(activity.channelData.clientActivityID)) return;
      if ([413, 415].includes(error.status)) return status(line, say.notPicture);
      status(line, say.failed, () => {
        words.focus();
        deliver(line, activity, photo);
      });
    }
  }

  function upload(activity, photo) {
    const body = new FormData();
    body.append('activity', activity, 'blob');
    body.append('file', photo, 'photo.jpg');
    return body;
  }

  // Phones make photos that are larger than anybody can look at.
  async function shrink(file) {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, LongestSide / Math.max(image.width, image.height));
    const canvas = make('canvas');
    canvas.width = image.width * scale;
    canvas.height = image.height * scale;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  }

  function sendWords() {
    const text = words.value.trim();
    words.focus();
    if (!text) return note(say.empty);
    words.value = '';
    unsay(say.empty);
    send({ text });
  }

  form.addEventListener('submit', event => {
    if (ended) return;
    event.preventDefault();
    sendWords();
  });

  words.addEventListener('keydown', event => {
    // A key that only picks a Chinese word sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || ended) return;
    event.preventDefault();
    sendWords();
  });

  choices.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button || ended) return;
    event.preventDefault();
    send({ text: button.value });
    log.focus({ preventScroll: true });
  });

  const photo = find('chat-photo');
  photo.hidden = !window.createImageBitmap;
  photo.addEventListener('change', async event => {
    const [file] = event.target.files;
    event.target.value = '';
    if (!file || ended) return;
    try {
      send({ attachments: [{ contentType: 'image/jpeg', name: 'photo.jpg' }] }, await shrink(file));
    } catch (error) {
      note(say.notPicture);
    }
  });

  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) hurry(); });
  // To the end: a form that sticks to the bottom counts as in view wherever the page is, and covers what is under it.
  const toNewest = () => scrollTo(0, document.documentElement.scrollHeight);
  toNewest();
  addEventListener('load', toNewest, { once: true });
  connect();
})();
