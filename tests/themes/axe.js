// What axe-core finds in our part of the page, as sentences; a word and a link of the theme's own stand beside for comparison.
async rules => {
  const probes = [...document.querySelectorAll(".gratitude")].map(root => {
    const probe = document.createElement("div");
    probe.className = "theme-probe";
    probe.innerHTML = "<p>The theme's own words and <a href='#'>its link</a>.</p><a href='#'>its link</a><p><code>its code</code></p><pre><code>its code</code></pre>";
    root.before(probe);
    return probe;
  });
  const {violations, passes} = await axe.run({include: [".gratitude", ".theme-probe"]}, {runOnly: rules, resultTypes: ["violations"]});
  probes.forEach(p => p.remove());
  if (!passes.length) return {ours: ["axe did not run"], theirs: []};
  const ours = [], theirs = [];
  for (const rule of violations) {
    const inProbe = n => n.html.includes("its link") || n.html.includes("theme's own words") || n.html.includes("its code");
    const pale = rule.nodes.filter(inProbe).map(n => /^<(a|code|p)/.exec(n.html)[1]);
    const kinds = new Map();
    for (const node of rule.nodes.filter(n => !inProbe(n))) {
      const same = rule.id === "color-contrast" ? pale.includes("p") || pale.includes(/^<(\w+)/.exec(node.html)[1]) : pale.length;
      const ratio = node.any.find(c => c.data && c.data.contrastRatio), e = document.querySelector(node.target.at(-1));
      const theirCode = rule.id === "color-contrast" && e?.closest(".highlight");   // the theme's colours of words of code
      const path = [e?.parentElement, e].filter(Boolean).map(x => [x.tagName.toLowerCase(), ...x.classList].join(".")).join(" > ");
      const kind = `${rule.id}${ratio ? ` ${ratio.data.contrastRatio}:1` : ""}: ${path}`;
      kinds.set(kind, (kinds.get(kind) || 0) + 1);
      if (kinds.get(kind) === 1) (same || theirCode ? theirs : ours).push(kind);
    }
    if (pale.length) theirs.push(`${rule.id}: the theme's own ${[...new Set(pale)].map(t => ({a: "links", p: "words", code: "code"})[t]).join(" and ")}`);
  }
  return {ours, theirs};
}
