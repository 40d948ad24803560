window.noted = [];
window.violations = [];
window.frameClicks = [];
window.api.onNoted((text) => window.noted.push(text));
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(event.violatedDirective);
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key.toLowerCase() === 'k') event.preventDefault();
});
document.querySelector('#frame').addEventListener('load', (event) => {
  const inside = event.target.contentDocument;
  inside?.addEventListener('click', (click) => {
    window.frameClicks.push(click.target.id);
    if (click.target.id === 'blank') click.preventDefault();
  });
});
window.pageReady = true;
