/** A drawing that is moved, zoomed, and walked through with the keys. */
export class Graph {
  #sheet; #svg; #open = () => {}; #scale = 1; #x = 0; #y = 0; #selected = null; #isFitted = true;

  constructor(element) {
    this.element = element;
    this.#sheet = element.querySelector('.graph-sheet');
    this.#adopt();
    element.addEventListener('click', (event) => this.#click(event));
    this.#sheet.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#sheet.addEventListener('pointerdown', (event) => this.#drag(event));
    this.#sheet.addEventListener('keydown', (event) => this.#key(event));
    this.#sheet.addEventListener('dblclick', (event) => { if (!event.target.closest('[data-state]')) this.fit(false); });
    this.#offer();
    new ResizeObserver(() => { if (this.#isFitted) this.fit(); }).observe(this.#sheet);
  }

  onOpen(open) { this.#open = open; }

  #adopt() {
    this.#svg = this.#sheet.querySelector('svg.machine-graph');
    if (!this.#svg) return;
    this.width = Number(this.#svg.getAttribute('width'));
    this.height = Number(this.#svg.getAttribute('height'));
    const first = this.#nodes()[0];
    if (first) first.tabIndex = 0;
    this.fit(true);
  }

  // What only a script can do is shown where there is one.
  #offer() {
    const full = this.element.querySelector('[data-full]'), png = this.element.querySelector('[data-png]');
    if (full && document.fullscreenEnabled) full.hidden = false;
    if (png) png.hidden = false;
    full?.addEventListener('click', () => this.#full());
    png?.addEventListener('click', () => this.#png(png.dataset.png));
    this.element.addEventListener('fullscreenchange', () => this.fit(false));
  }

  #full() {
    if (document.fullscreenElement) document.exitFullscreen(); else this.element.requestFullscreen();
  }

  // The drawing that stands alone, with its style, painted at twice its size as far as browsers can.
  async #png(address) {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const text = await answer.text();
    const image = new Image();
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
    await image.decode();
    const canvas = document.createElement('canvas');
    const scale = Math.min(2, 16000 / image.width, 16000 / image.height, Math.sqrt(120e6 / (image.width * image.height)));
    [canvas.width, canvas.height] = [Math.ceil(image.width * scale), Math.ceil(image.height * scale)];
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = 'graph.png';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  #nodes() { return this.#svg ? [...this.#svg.querySelectorAll('[data-state]')] : []; }

  #node(name) { return this.#nodes().find((node) => node.dataset.state === name); }

  /** The whole drawing, hardly larger than it is; of a long one at first only so much that it can be read. */
  fit(isFirst = this.isReadable) {
    this.isReadable = isFirst;
    // The tools stand over the sheet's upper edge, and would hide where the machine starts.
    const top = this.element.querySelector('.graph-tools') ? 48 : 0;
    const { clientWidth: width, clientHeight } = this.#sheet, height = clientHeight - top;
    if (!this.#svg || !width || height <= 0) return;
    const whole = Math.min(width / this.width, height / this.height, 1.15);
    this.#scale = isFirst ? Math.max(whole, Math.min(0.5, width / this.width)) : whole;
    this.#x = (width - this.width * this.#scale) / 2;
    this.#y = top + Math.max(0, (height - this.height * this.#scale) / 2);
    this.#isFitted = true;
    this.#move();
  }

  zoom(factor, x = this.#sheet.clientWidth / 2, y = this.#sheet.clientHeight / 2) {
    const scale = Math.min(4, Math.max(0.05, this.#scale * factor));
    this.#x = x - (x - this.#x) * scale / this.#scale;
    this.#y = y - (y - this.#y) * scale / this.#scale;
    this.#scale = scale;
    this.#isFitted = false;
    this.#move();
  }

  #move() { this.#svg.style.transform = `translate(${this.#x}px, ${this.#y}px) scale(${this.#scale})`; }

  /** Takes over classes and texts of a later drawing of the same machine, so that colours change where they are. */
  take(markup) {
    const other = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg.machine-graph');
    if (!other) return;
    const mine = this.#svg ? this.#svg.querySelectorAll('[data-key]') : [], theirs = other.querySelectorAll('[data-key]');
    if (!mine.length || mine.length !== theirs.length) { this.replace(other); return; }
    mine.forEach((element, i) => {
      const from = theirs[i];
      const kept = element.classList.contains('selected') ? ' selected' : '';
      if (element.getAttribute('class') !== from.getAttribute('class') + kept) element.setAttribute('class', from.getAttribute('class') + kept);
      const label = from.getAttribute('aria-label');
      if (label) element.setAttribute('aria-label', label);
      for (const [selector, attribute] of [['.badge-glyph', 'd'], ['.note', null]]) {
        const [a, b] = [child(element, selector), child(from, selector)];
        if (!a || !b) continue;
        if (attribute) a.setAttribute(attribute, b.getAttribute(attribute)); else if (a.textContent !== b.textContent) a.textContent = b.textContent;
      }
    });
  }

  /** Shows another drawing. */
  replace(svg) {
    this.#sheet.replaceChildren(document.importNode(svg, true));
    this.#adopt();
  }

  /** Marks a state; null for none. */
  select(name) {
    this.#selected = name;
    for (const node of this.#nodes()) {
      const is = node.dataset.state === name;
      node.classList.toggle('selected', is);
      if (is) this.#nodes().forEach((other) => { other.tabIndex = other === node ? 0 : -1; });
    }
  }

  /** Brings a state into sight. */
  reveal(name) {
    const node = this.#node(name);
    if (!node) return;
    const [inside, around] = [node.getBoundingClientRect(), this.#sheet.getBoundingClientRect()];
    const away = (from, to, start, end) => (from < start ? start - from + 24 : to > end ? end - to - 24 : 0);
    const [dx, dy] = [away(inside.left, inside.right, around.left, around.right), away(inside.top, inside.bottom, around.top, around.bottom)];
    if (!dx && !dy) return;
    this.#x += dx;
    this.#y += dy;
    this.#isFitted = false;
    this.#move();
  }

  #click(event) {
    const tool = event.target.closest('[data-zoom]');
    if (tool) {
      if (tool.dataset.zoom === 'fit') this.fit(false); else this.zoom(tool.dataset.zoom === 'in' ? 1.25 : 0.8);
      return;
    }
    const node = event.target.closest('[data-state]');
    if (!node || this.wasDragged) return;
    this.select(node.dataset.state);
    node.focus({ preventScroll: true });
    this.#open(node.dataset.state);
  }

  #wheel(event) {
    event.preventDefault();
    const box = this.#sheet.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      this.zoom(Math.exp(-event.deltaY / 200), event.clientX - box.left, event.clientY - box.top);
      return;
    }
    this.#x -= event.shiftKey ? event.deltaY : event.deltaX;
    this.#y -= event.shiftKey ? 0 : event.deltaY;
    this.#isFitted = false;
    this.#move();
  }

  #drag(start) {
    this.wasDragged = false;
    if (start.button !== 0) return;
    const [x, y] = [this.#x, this.#y];
    const move = (event) => {
      const [dx, dy] = [event.clientX - start.clientX, event.clientY - start.clientY];
      if (!this.wasDragged && Math.hypot(dx, dy) < 4) return;
      this.wasDragged = true;
      this.#sheet.classList.add('moving');
      [this.#x, this.#y] = [x + dx, y + dy];
      this.#isFitted = false;
      this.#move();
    };
    const end = () => {
      removeEventListener('pointermove', move);
      this.#sheet.classList.remove('moving');
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end, { once: true });
    addEventListener('pointercancel', end, { once: true });
  }

  #key(event) {
    const zooms = { '+': () => this.zoom(1.25), '=': () => this.zoom(1.25), '-': () => this.zoom(0.8), 0: () => this.fit(false), f: () => this.#full() };
    const node = event.target.closest('[data-state]');
    if (zooms[event.key] && !event.ctrlKey && !event.metaKey) zooms[event.key]();
    else if (node && (event.key === 'Enter' || event.key === ' ')) { this.select(node.dataset.state); this.#open(node.dataset.state); }
    else if (node && event.key.startsWith('Arrow')) this.#walk(node, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // To the nearest state in a direction; what lies aside counts as farther away.
  #walk(node, key) {
    const [ax, ay] = middle(node);
    const ahead = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key];
    let best = null, least = Infinity;
    for (const other of this.#nodes()) {
      if (other === node) continue;
      const [bx, by] = middle(other);
      const along = (bx - ax) * ahead[0] + (by - ay) * ahead[1], aside = Math.abs((bx - ax) * ahead[1]) + Math.abs((by - ay) * ahead[0]);
      if (along <= 2) continue;
      const distance = along + aside * 2;
      if (distance < least) [best, least] = [other, distance];
    }
    if (!best) return;
    this.#nodes().forEach((other) => { other.tabIndex = other === best ? 0 : -1; });
    best.focus({ preventScroll: true });
    this.select(best.dataset.state);
    this.reveal(best.dataset.state);
    this.#open(best.dataset.state);
  }
}

// The head of a frame stands for it, not the states inside.
function middle(node) {
  const box = (child(node, '.icon') ?? node).getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

function child(element, selector) {
  for (const inner of element.children) if (inner.matches(selector)) return inner;
  return null;
}
