// Runs before the first paint: where the reader has not chosen, the page follows the device.
(() => {
  const root = document.documentElement;
  if (root.dataset.bsTheme) return;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    if (root.dataset.theme !== "chosen") root.dataset.bsTheme = device.matches ? "dark" : "light";
  };
  follow();
  device.addEventListener("change", follow);
})();
