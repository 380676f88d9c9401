// A link to where the reader has been before changes no address, and leads there
// all the same.

function jumps() {
  document.addEventListener('click', (e) => {
    const link = e.target.closest('main a[href^="#"]');
    if (link && !e.defaultPrevented && link.hash === location.hash) reach();
  });
}
