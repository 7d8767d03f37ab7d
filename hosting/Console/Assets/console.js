import { Graph } from './graph.js';
import { Editor } from './editor.js';

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Tells screen readers what has changed. */
export function say(text) {
  const said = $('#said');
  if (said && said.textContent !== text) said.textContent = text;
}

// ---- Light and dark

const systemDark = matchMedia('(prefers-color-scheme: dark)');
$('#theme')?.addEventListener('click', () => {
  const now = document.documentElement.dataset.theme ?? (systemDark.matches ? 'dark' : 'light');
  const next = now === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try { localStorage.setItem('compiled-theme', next); } catch { /* It holds for this page. */ }
  say(next === 'dark' ? 'Dark' : 'Light');
});

// ---- Times in the reader's own zone

const pad = (number, width = 2) => String(number).padStart(width, '0');

function localTimes(root) {
  for (const element of $$('time[datetime]', root)) {
    const time = new Date(element.dateTime);
    if (Number.isNaN(time.valueOf())) continue;
    const day = `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
    const clock = `${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}`;
    element.textContent = element.dataset.exact === 'yes' ? `${day} ${clock}.${pad(time.getMilliseconds(), 3)}` : `${day} ${clock}`;
  }
}

function lengthOf(ms) {
  const s = ms / 1000;
  if (s < 60) return `${Math.max(0, s).toFixed(s < 10 ? 1 : 0)} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${Math.floor(s % 60)} s`;
  if (s < 86400) return `${Math.floor(s / 3600)} h ${Math.floor(s / 60) % 60} min`;
  return `${Math.floor(s / 86400)} d ${Math.floor(s / 3600) % 24} h`;
}

setInterval(() => {
  for (const element of $$('[data-since]')) element.textContent = lengthOf(Date.now() - new Date(element.dataset.since));
}, 1000);

// ---- Pieces of pages

/** Fetches a piece of markup, which the server has encoded. */
async function fetchPart(address, signal) {
  const answer = await fetch(address, { headers: { 'X-Part': 'yes' }, signal });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

/** Puts markup in place, and the focus and the scroll where they were. */
function place(element, markup) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const key = focused && keyOf(focused);
  const scrolls = $$('pre, .panel-body, .table-card', element).map((inner) => [inner.scrollTop, inner.scrollLeft]);
  const [top, left] = [element.scrollTop, element.scrollLeft];
  element.innerHTML = markup;
  localTimes(element);
  $$('pre, .panel-body, .table-card', element).forEach((inner, i) => { if (scrolls[i]) [inner.scrollTop, inner.scrollLeft] = scrolls[i]; });
  [element.scrollTop, element.scrollLeft] = [top, left];
  if (key) $$('a, button, input, select, tr[tabindex]', element).find((other) => keyOf(other) === key)?.focus({ preventScroll: true });
}

const keyOf = (element) => [element.tagName, element.getAttribute('href'), element.dataset.panel, element.dataset.node, element.dataset.event, element.dataset.visit,
  element.dataset.visits, element.dataset.do, element.dataset.turn, element.dataset.iteration, element.getAttribute('aria-label')].join('|');

const underway = new WeakMap();

/** Brings a piece up to date; a later wish for the same piece ends an earlier one. */
async function refresh(element, address = element.dataset.part) {
  underway.get(element)?.abort();
  const abort = new AbortController();
  underway.set(element, abort);
  try {
    const markup = await fetchPart(address, abort.signal);
    if (underway.get(element) === abort) place(element, markup);
    return true;
  } catch (failure) {
    if (failure.name === 'AbortError') return false;
    say('The page could not be brought up to date.');
    return false;
  }
}

// ---- Copying, asking, dialogs

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('button.copy');
  if (!button) return;
  const text = button.dataset.copy ?? (button.dataset.copyOf ? $('#' + button.dataset.copyOf)?.textContent : $('pre', button.parentElement)?.textContent) ?? '';
  try {
    await navigator.clipboard.writeText(text);
    button.classList.add('done');
    say('Copied');
    setTimeout(() => button.classList.remove('done'), 1200);
  } catch {
    say('The browser did not allow to copy.');
  }
});

/** Asks in a dialog of the page's own; gives whether the answer is yes. */
function ask(text) {
  const dialog = document.createElement('dialog');
  const words = document.createElement('p');
  words.textContent = text;
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'actions end';
  for (const [value, name, style] of [['no', 'Cancel', 'button'], ['yes', 'Yes', 'button danger']]) {
    const button = document.createElement('button');
    button.value = value;
    button.textContent = name;
    button.className = style;
    form.append(button);
  }
  dialog.append(words, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener('close', () => {
    dialog.remove();
    done(dialog.returnValue === 'yes');
  }));
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.ask || form.dataset.asked) return;
  event.preventDefault();
  if (!await ask(form.dataset.ask)) return;
  form.dataset.asked = 'yes';
  form.requestSubmit();
});

// ---- Filters that act at once

for (const form of $$('form[data-instant]')) {
  let wait;
  const go = async () => {
    const address = new URL(form.action || location.href);
    address.search = '';
    for (const [name, value] of new FormData(form)) if (value) address.searchParams.append(name, value);
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const id of ['list', 'events']) {
      const [mine, other] = [$('#' + id), page.getElementById(id)];
      if (!mine || !other) continue;
      place(mine, other.innerHTML);
      if (other.dataset.part) mine.dataset.part = other.dataset.part;
    }
    history.replaceState(null, '', address);
  };
  form.addEventListener('submit', (event) => { event.preventDefault(); go(); });
  form.addEventListener('input', (event) => {
    clearTimeout(wait);
    wait = setTimeout(go, event.target.type === 'search' ? 160 : 0);
  });
}

// ---- Lists that follow what happens

const list = $('#list[data-live]');
if (list) {
  let first = true;
  new EventSource(list.dataset.live).addEventListener('change', async () => {
    if (first) { first = false; return; }
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const other = page.getElementById('list');
    if (other) place(list, other.innerHTML);
    const [tiles, newer] = [$('main > .tiles'), $('main > .tiles', page)];
    if (tiles && newer) place(tiles, newer.innerHTML);
  });
}

// ---- Graphs and editors

const graphs = $$('[data-graph]').map((element) => new Graph(element));
for (const form of $$('form[data-check]')) new Editor(form, { place, say, graph: () => graphs[0] });

// ---- One execution

const execution = $('#execution');
if (execution) watch(execution);

function watch(root) {
  const panel = $('#panel'), graph = graphs[0];
  const picks = new Map();

  const withPicks = (address) => {
    const url = new URL(address, location.href);
    url.searchParams.delete('pick');
    for (const [name, iteration] of picks) url.searchParams.append('pick', `${name}:${iteration}`);
    return url.pathname + url.search;
  };

  const mark = () => {
    if (!panel) return;
    const head = $('.panel-head', panel);
    const [name, visit] = [head?.dataset.shown, head?.dataset.number];
    graph?.select(name ?? null);
    for (const row of $$('tr.visit')) row.classList.toggle('selected', visit !== undefined && row.dataset.visit === visit);
  };

  async function show(query) {
    if (!panel) return;
    const url = new URL(panel.dataset.base, location.href);
    const tab = new URL(panel.dataset.part, location.href).searchParams.get('tab');
    if (tab) url.searchParams.set('tab', tab);
    for (const [name, value] of Object.entries(query)) if (value != null) url.searchParams.set(name, value);
    panel.dataset.part = url.pathname + url.search;
    if (await refresh(panel, withPicks(panel.dataset.part))) {
      mark();
      say($('.panel-head', panel)?.innerText ?? '');
    }
  }

  const redraw = async () => {
    if (!graph || !panel) return;
    graph.take(await fetchPart(withPicks(panel.dataset.drawing)));
  };

  async function choose(name, iteration) {
    if (iteration === '' || iteration == null) picks.delete(name); else picks.set(name, Number(iteration));
    await redraw();
    const box = $('#picks');
    if (box) await refresh(box, withPicks(box.dataset.part));
  }

  graph?.onOpen((name) => show({ state: name }));

  root.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest?.(selector);
    let hit;
    if ((hit = at('[data-panel]'))) {
      event.preventDefault();
      panel.dataset.part = hit.dataset.panel;
      refresh(panel, withPicks(hit.dataset.panel)).then(mark);
    } else if ((hit = at('[data-choose]'))) {
      choose(hit.dataset.choose, hit.dataset.iteration).then(() => say(`Iteration ${hit.dataset.iteration}`));
    } else if ((hit = at('[data-turn]'))) {
      const part = hit.closest('[data-part]');
      part.dataset.part = hit.dataset.turn;
      refresh(part);
    } else if ((hit = at('[data-node]'))) {
      hit.setAttribute('aria-expanded', hit.getAttribute('aria-expanded') === 'true' ? 'false' : 'true');
      const table = $('#table');
      const url = new URL(table.dataset.part, location.href);
      url.searchParams.set('open', $$('[data-node][aria-expanded=true]', table).map((node) => node.dataset.node).join(',') || '-');
      table.dataset.part = url.pathname + url.search;
      refresh(table).then(mark);
    } else if ((hit = at('[data-event]'))) {
      toggleEvent(hit);
    } else if ((hit = at('[data-visit]')) && panel && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      show({ visit: hit.dataset.visit });
      if (hit.matches('a')) graph?.reveal(hit.dataset.state);
    }
  });

  root.addEventListener('change', (event) => {
    if (event.target.dataset.visits) show({ visit: event.target.value });
    else if (event.target.dataset.pick) choose(event.target.dataset.pick, event.target.value).then(() => { const name = $('.panel-head', panel)?.dataset.shown; if (name) show({ state: name }); });
  });

  async function toggleEvent(button) {
    const row = button.closest('tr');
    if (button.getAttribute('aria-expanded') === 'true') {
      button.setAttribute('aria-expanded', 'false');
      row.nextElementSibling?.classList.contains('event-details') && row.nextElementSibling.remove();
      return;
    }
    button.setAttribute('aria-expanded', 'true');
    const details = document.createElement('tr');
    details.className = 'event-details';
    const cell = details.insertCell();
    cell.colSpan = row.cells.length;
    row.after(details);
    await refresh(cell, button.dataset.event);
  }

  // Rows of the table are walked through by arrow keys.
  root.addEventListener('keydown', (event) => {
    const row = event.target.closest?.('tr.visit, tr.lane');
    if (!row) return;
    const rows = $$('tr.visit, tr.lane', row.parentElement), at = rows.indexOf(row);
    const toggle = $('[data-node]', row);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!next) return;
      next.tabIndex = -1;
      next.focus();
    } else if (event.key === 'Enter' && event.target === row) ($('[data-open]', row) ?? $('[data-node]', row))?.click();
    else if (event.key === 'ArrowRight' && toggle?.getAttribute('aria-expanded') === 'false') toggle.click();
    else if (event.key === 'ArrowLeft' && toggle?.getAttribute('aria-expanded') === 'true') toggle.click();
    else return;
    event.preventDefault();
  });

  // What was opened stays open while the rest is brought up to date.
  const follow = async () => {
    const busy = $$('[data-part]', root).filter((part) => part !== panel && !part.contains($('input:focus, details[open] > .menu', part)) && !$('.event-details', part));
    await Promise.all([
      redraw().catch(() => {}),
      ...busy.map((part) => refresh(part, part.id === 'picks' ? withPicks(part.dataset.part) : part.dataset.part)),
      panel && $('.panel-head', panel) && !$('select:focus', panel) && !$('.event-details', panel) ? refresh(panel, withPicks(panel.dataset.part)) : null,
    ]);
    mark();
  };

  let last, isFollowing = false, isBehind = false;
  new EventSource(root.dataset.live).addEventListener('change', async (event) => {
    const [status] = event.data.split(' ');
    if (last === undefined) { last = event.data; if (root.dataset.running !== 'yes') return; }
    if (isFollowing) { isBehind = true; return; }
    isFollowing = true;
    do {
      isBehind = false;
      await follow();
    } while (isBehind);
    isFollowing = false;
    if (last.split(' ')[0] !== status) say(`The execution is ${status}`);
    last = event.data;
  });

  mark();
  const shown = $('.panel-head', panel ?? root)?.dataset.shown;
  if (shown) requestAnimationFrame(() => requestAnimationFrame(() => graph?.reveal(shown)));
}

// ---- Keys that work everywhere

document.addEventListener('keydown', (event) => {
  if (event.target.closest?.('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) return;
  const hit = $(`[data-key="${CSS.escape(event.key)}"]`);
  if (!hit) return;
  event.preventDefault();
  if (hit.matches('input')) { hit.focus(); hit.select(); } else hit.click();
});

localTimes(document);
