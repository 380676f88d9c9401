// The ways through a page of many sections: a rail that follows the reader, or
// tabs that show one section at a time.

const nav = document.querySelector('.rail');
const parts = [...document.querySelectorAll('.part')];
let showPart;

function ways() {
  if (!nav) return;
  const links = [...nav.querySelectorAll('a')];
  if (nav.classList.contains('tabs')) {
    nav.querySelector('ol').setAttribute('role', 'tablist');
    links.forEach((link, i) => {
      link.parentElement.setAttribute('role', 'presentation');
      link.setAttribute('role', 'tab');
      link.setAttribute('aria-controls', parts[i].id);
      parts[i].setAttribute('role', 'tabpanel');
    });
    showPart = tabs(nav, settle);
    document.body.classList.add('by-tabs');
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    showPart(Math.max(0, parts.findIndex((p) => wanted && p.contains(wanted))));
    return;
  }
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) links.forEach((link, i) => (parts[i] === target ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    }
  }, { rootMargin: '-20% 0px -70% 0px' });
  parts.forEach((p) => seen.observe(p));
}

// reveal shows the section that an element is in.
function reveal(element) {
  showPart?.(parts.findIndex((p) => p.contains(element)));
}
