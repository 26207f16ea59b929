// gratitude: filter the questions as you type; without it the page is a plain list with links.
(() => {
  const box = document.querySelector(".g-filter"), rows = [...document.querySelectorAll(".g-qs > li")];
  if (!box || rows.length < 8) return;
  box.hidden = false;
  box.querySelector("input").addEventListener("input", event => {
    const wanted = event.target.value.toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !wanted.every(word => row.textContent.toLowerCase().includes(word));
  });
})();
