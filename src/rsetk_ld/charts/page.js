// Shows one view of the page at a time; a click on a competency goes to its skills. Nothing is fetched.
(() => {
  "use strict";
  const views = JSON.parse(document.getElementById("views").textContent);
  const byKey = new Map(views.filter((view) => view.key).map((view) => [view.key, view.id]));
  const chooser = document.getElementById("view");
  const overview = document.getElementById("overview");
  document.getElementById("choice").hidden = views.length < 2;

  // The mark keeps the browser from scrolling to the section of that name.
  const go = (id) => { location.hash = `!${id}`; };

  const draw = (view, place) => {
    place.dataset.drawn = "yes";
    const options = { actions: false, renderer: "svg", ast: false };
    window.vegaEmbed(place, view.spec, options).then(({ view: drawn }) => {
      drawn.addEventListener("click", (event, item) => {
        const next = item && item.datum && byKey.get(item.datum.key);
        if (next && next !== view.id) go(next);
      });
    });
  };

  const show = () => {
    const wanted = location.hash.slice(2);
    const chosen = views.find((view) => view.id === wanted) || views[0];
    for (const view of views) document.getElementById(view.id).hidden = view !== chosen;
    chooser.value = chosen.id;
    overview.hidden = chosen === views[0];
    const place = document.querySelector(`#${chosen.id} .picture`);
    if (!place.dataset.drawn) draw(chosen, place);
  };

  chooser.addEventListener("change", () => go(chooser.value));
  overview.addEventListener("click", () => go(views[0].id));
  window.addEventListener("hashchange", () => {
    show();
    const tip = document.getElementById("vg-tooltip-element");
    if (tip) tip.classList.remove("visible");
    if (document.activeElement !== chooser) document.querySelector("section:not([hidden]) h2").focus();
  });
  show();
})();
