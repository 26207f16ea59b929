// What does not look right of gratitude's part of the page it runs in: a list of sentences, empty where all is well.
() => {
  const found = [], say = words => found.includes(words) || found.push(words);
  const roots = [...document.querySelectorAll(".gratitude")], shown = e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
  const name = e => e.tagName.toLowerCase() + [...e.classList].map(c => "." + c).join("") + (e.textContent ? ` "${e.textContent.trim().slice(0, 24)}"` : "");
  const inner = e => {
    const s = getComputedStyle(e), r = e.getBoundingClientRect();
    const left = r.left + parseFloat(s.paddingLeft) + parseFloat(s.borderLeftWidth);
    return {left, right: r.right - parseFloat(s.paddingRight) - parseFloat(s.borderRightWidth)};
  };
  const inColumns = e => [...ancestors(e.parentElement)].some(a => getComputedStyle(a).columnWidth !== "auto");   // neat sets all text so
  if (!roots.length) return ["nothing of ours is on the page"];

  // too wide: the page scrolls sideways with us and not without us
  const page = document.documentElement, reach = () => Math.max(page.scrollWidth, document.body.scrollWidth);
  const withUs = reach();
  roots.forEach(r => r.style.setProperty("display", "none", "important"));
  const without = reach();
  roots.forEach(r => r.style.removeProperty("display"));
  if (withUs > Math.max(without, innerWidth) + 1) say(`the page is ${withUs} px wide with us, ${without} without`);

  for (const root of roots) {
    const frame = root.getBoundingClientRect(), style = getComputedStyle(root), em = parseFloat(style.fontSize);
    const room = inner(root.parentElement);
    if (!inColumns(root) && frame.width < .8 * Math.min(room.right - room.left, 38 * em)) say(`squeezed: ${frame.width | 0} of ${room.right - room.left | 0} px`);
    if (em < 12) say(`small: the theme gives us ${em} px`);
    const all = [...root.querySelectorAll("*")].filter(e => shown(e) && !e.ownerSVGElement && !e.closest("svg:not(.g-face), .g-vh, .g-years"));

    // inside its frame, and as the stylesheet means it: nothing of the theme's on single elements
    for (const e of all) {
      const r = e.getBoundingClientRect(), s = getComputedStyle(e);
      if (r.width && (r.right > frame.right + 2 || r.left < frame.left - 2)) say(`sticks out: ${name(e)}`);
      if (e.closest("pre, code, .highlight, input, label, svg")) continue;
      if (s.float !== "none" || !["static", "relative"].includes(s.position)) say(`moved by the theme: ${name(e)}`);
      if (s.backgroundImage !== "none" || s.boxShadow !== "none" || s.textShadow !== getComputedStyle(root.parentElement).textShadow) say(`ornament: ${name(e)}`);
      if (s.backgroundColor !== "rgba(0, 0, 0, 0)" && !e.matches(".g-about, .g-state")) say(`background: ${name(e)}`);
      if (s.textTransform !== "none" || s.fontVariantCaps !== "normal") say(`capitals: ${name(e)}`);
      if (e.matches("blockquote, li, p, h2, h3, ol, ul") && s.textIndent !== "0px") say(`indented: ${name(e)}`);
      if (e.matches("li, p, h2, h3, ol, ul, a") && parseFloat(s.borderLeftWidth) + parseFloat(s.borderBottomWidth)) say(`border: ${name(e)}`);
      if (e.matches("p, h2, h3, ol, ul") && parseFloat(s.paddingLeft) && !e.closest("ol, ul, .g-by")) say(`padding: ${name(e)}`);
      if (["::before", "::after"].some(p => !["none", "normal"].includes(getComputedStyle(e, p).content) && !e.matches(".g-path *, .g-years *, q"))) say(`ornament before or after: ${name(e)}`);
      const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
      const size = parseFloat(s.fontSize), height = parseFloat(s.lineHeight) || 1.2 * size;
      if (own && (size < .8 * em || size < 11.5)) say(`small: ${size} px, ${name(e)}`);
      if (own && (height < 1.15 * size || height > 2.6 * size) && !e.closest(".g-by a")) say(`line height ${(height / size).toFixed(2)}: ${name(e)}`);
      if (own && e.matches("p") && r.width > 50 * size && e.textContent.length > 120) say(`lines of ${r.width / size | 0} em: ${name(e)}`);
      if (s.fontWeight > 500 && own && !e.closest("h2, h3, b, strong, caption")) say(`bold: ${name(e)}`);
    }
    for (const e of root.querySelectorAll(".g-notes > .g-note, .g-turn, .g-qs > li")) {
      const wide = e.getBoundingClientRect().width;
      if (shown(e) && wide < Math.min(10 * em, .9 * frame.width)) say(`narrow: ${wide | 0} px, ${name(e)}`);
    }
  }

  // the box begins where the post's own paragraphs do
  const box = document.querySelector(".g-box");
  if (box) {
    const own = [...document.querySelectorAll("p")].filter(p => shown(p) && !p.closest(".gratitude") && p.textContent.length > 60 &&
      p.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING && box.parentElement.contains(p))[0];
    if (!own) say("no paragraph of the post's beside the box");
    else if (!inColumns(box)) {
      const by = box.getBoundingClientRect().left - inner(own).left, margin = parseFloat(getComputedStyle(own).marginLeft);
      if (Math.min(Math.abs(by), Math.abs(by + margin)) > 4) say(`the box begins ${by | 0} px beside the text`);
    }
  }

  // no words on top of others, ours or the theme's
  const lines = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || !shown(e) || e.closest(".g-vh, script, style, noscript") || getComputedStyle(e).position === "fixed") continue;
    if ([...ancestors(e)].some(a => ["fixed", "sticky"].includes(getComputedStyle(a).position))) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) {
      const cut = .3 * r.height, seen = {l: r.left + 1, r: r.right - 1, t: r.top + cut, b: r.bottom - cut, ours: !!e.closest(".gratitude"), e};
      for (const a of ancestors(e)) if (getComputedStyle(a).overflow !== "visible" && a !== document.body && a !== page) {
        const c = a.getBoundingClientRect();   // a folded menu
        Object.assign(seen, {l: Math.max(seen.l, c.left), r: Math.min(seen.r, c.right), t: Math.max(seen.t, c.top), b: Math.min(seen.b, c.bottom)});
      }
      if (seen.r > seen.l + 1 && seen.b > seen.t) lines.push(seen);
    }
  }
  for (const e of document.querySelectorAll(".gratitude :is(.g-face, .g-state)")) {
    const r = e.getBoundingClientRect();
    if (shown(e)) lines.push({l: r.left + 1, r: r.right - 1, t: r.top + 2, b: r.bottom - 2, ours: true, e});
  }
  lines.sort((a, b) => a.t - b.t);
  lines.forEach((a, i) => {
    for (let j = i + 1; j < lines.length && lines[j].t < a.b; j++) {
      const b = lines[j];
      if ((a.ours || b.ours) && a.l < b.r && b.l < a.r) say(`over one another: ${name(a.e)} and ${name(b.e)}`);
    }
  });
  const some = new Map();   // three of a sort are enough
  return found.filter(w => { const k = w.split(":")[0]; some.set(k, (some.get(k) || 0) + 1); return some.get(k) <= 3; });

  function* ancestors(e) { for (; e; e = e.parentElement) yield e; }
}
