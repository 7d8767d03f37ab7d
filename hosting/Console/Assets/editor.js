/** A field for JSON with colours and faults below the text, judged by the server while it is written. */
export class Editor {
  #form; #text; #colours; #found; #tools; #faults = []; #wait; #turn = 0; #tidied = null;

  constructor(form, tools) {
    [this.#form, this.#tools] = [form, tools];
    const editor = form.querySelector('[data-editor]');
    this.#text = editor.querySelector('textarea');
    this.#colours = editor.querySelector('pre');
    this.#found = form.querySelector('#found');
    this.#text.addEventListener('input', () => { [this.#faults, this.#tidied] = [[], null]; this.#paint(); this.#later(); });
    this.#text.addEventListener('scroll', () => this.#align());
    this.#text.addEventListener('keydown', (event) => this.#key(event));
    form.querySelector('select[name=type]')?.addEventListener('change', () => this.#later());
    form.querySelector('[data-tidy]')?.addEventListener('click', () => this.#tidy());
    form.addEventListener('click', (event) => {
      const at = event.target.closest('[data-at]');
      if (at) this.#go(Number(at.dataset.at), Number(at.dataset.length));
    });
    this.#paint();
    this.#check();
  }

  #later() {
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => this.#check(), 120);
  }

  async #check() {
    const turn = ++this.#turn;
    const address = new URL(this.#form.dataset.check, location.href);
    const type = this.#form.elements.type?.value;
    if (type) address.searchParams.set('type', type);
    try {
      const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: this.#text.value });
      if (!answer.ok || turn !== this.#turn) return;
      const judged = await answer.json();
      if (turn !== this.#turn) return;
      [this.#faults, this.#tidied] = [judged.faults, judged.tidy];
      this.#paint();
      this.#tools.place(this.#found, judged.list);
      if (judged.drawing) {
        const drawing = new DOMParser().parseFromString(judged.drawing, 'text/html').querySelector('svg');
        if (drawing) this.#tools.graph()?.replace(drawing);
      }
      this.#text.setAttribute('aria-invalid', judged.faults.some((fault) => fault.severity === 'error') ? 'true' : 'false');
    } catch { /* The next letter asks again. */ }
  }

  #align() { this.#colours.style.transform = `translate(${-this.#text.scrollLeft}px, ${-this.#text.scrollTop}px)`; }

  // Only text nodes are made: nothing that is written becomes markup.
  #paint() {
    const text = this.#text.value;
    const pieces = document.createDocumentFragment();
    const faults = [...this.#faults].sort((a, b) => a.start - b.start);
    const add = (from, to, kind) => {
      let at = from;
      while (at < to) {
        const fault = faults.find((one) => one.start + one.length > at && one.start < to);
        const inside = fault && fault.start <= at;
        const until = inside ? Math.min(to, fault.start + fault.length) : fault ? Math.min(to, Math.max(at + 1, fault.start)) : to;
        const piece = kind || inside ? document.createElement('span') : document.createTextNode('');
        piece.textContent = text.slice(at, until);
        if (kind || inside) piece.className = [kind, inside ? `fault ${fault.severity}` : ''].filter(Boolean).join(' ');
        pieces.append(piece);
        at = until;
      }
    };
    let plain = 0;
    const tokens = text.length > 300000 ? [] : text.matchAll(/"(?:[^"\\\n]|\\.)*"?|-?\b\d[\w.+-]*|\b(?:true|false|null)\b/g);
    for (const token of tokens) {
      const [start, end] = [token.index, token.index + token[0].length];
      const kind = token[0][0] === '"' ? (/^\s*:/.test(text.slice(end, end + 20)) ? 'k' : token[0].startsWith('"{%') ? 'x' : 's') : /^[tfn]/.test(token[0]) ? 'b' : 'n';
      add(plain, start, '');
      add(start, end, kind);
      plain = end;
    }
    add(plain, text.length, '');
    pieces.append('\n');
    this.#colours.replaceChildren(pieces);
    this.#align();
  }

  #go(start, length) {
    this.#text.focus();
    this.#text.setSelectionRange(start, start + length);
    const line = this.#text.value.slice(0, start).split('\n').length - 1;
    const height = parseFloat(getComputedStyle(this.#text).lineHeight);
    this.#text.scrollTop = Math.max(0, line * height - this.#text.clientHeight / 2);
  }

  // Tab indents, as in other editors; Escape and then Tab leaves, so that nobody is caught.
  #key(event) {
    if (event.key === 'Escape') { this.isLeaving = true; this.#tools.say('Tab leaves the field now.'); return; }
    if (event.key === 's' && (event.ctrlKey || event.metaKey) || event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#form.requestSubmit(this.#form.querySelector('[data-save]'));
    } else if (event.key === 'Tab' && !event.shiftKey && !this.isLeaving) {
      event.preventDefault();
      document.execCommand('insertText', false, '  ');
    } else if (event.key === 'Enter' && !event.shiftKey) {
      const before = this.#text.value.slice(0, this.#text.selectionStart);
      const indent = before.slice(before.lastIndexOf('\n') + 1).match(/^[ \t]*/)[0];
      const deeper = /[[{]\s*$/.test(before) ? '  ' : '';
      event.preventDefault();
      document.execCommand('insertText', false, '\n' + indent + deeper);
    }
    if (event.key !== 'Tab') this.isLeaving = false;
  }

  // The server lays the text out: a script would round large numbers.
  #tidy() {
    if (this.#tidied == null) { this.#tools.say('It is no JSON yet.'); return; }
    this.#text.value = this.#tidied;
    this.#text.dispatchEvent(new Event('input'));
  }
}
