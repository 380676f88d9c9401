// Elements of the page.

/**
 * make is an element with a class and a text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 */
export function make(tag, className = '', text = '') {
  const el = document.createElement(tag);
  if (className) el.className = className;
  el.textContent = text;
  return el;
}

// button is a control with a text.
export function button(text, press, className = '') {
  const el = make('button', className, text);
  el.type = 'button';
  el.addEventListener('click', press);
  return el;
}

/**
 * fading says something in an element for three seconds, counted from the last word.
 * @param {Element} element
 */
export function fading(element) {
  let end;
  return (text) => {
    element.textContent = text;
    clearTimeout(end);
    end = setTimeout(() => { element.textContent = ''; }, 3000);
  };
}
