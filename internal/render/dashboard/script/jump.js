// Links, within the page and to others.

function jumps() {
  // One to where the reader has been before changes no address, and leads there all
  // the same.
  document.addEventListener('click', (e) => {
    const link = e.target.closest('main a[href^="#"]');
    if (link && !e.defaultPrevented && link.hash === location.hash) reach();
  });
  // The choice goes along to another page, in this window or a new one.
  const bar = document.querySelector('.pages');
  const take = (e) => {
    const link = e.target.closest('a');
    const query = chosen();
    if (link) link.hash = query.size ? `?${query}` : '';
  };
  for (const type of ['click', 'auxclick', 'contextmenu']) bar?.addEventListener(type, take);
}
