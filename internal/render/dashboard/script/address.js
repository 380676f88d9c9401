// The address of the page says what the reader sees, so that it can be sent to
// others: #figure, or #figure?column=value when the page is narrowed,
// with a column=value for each value. With play=10
// it opens as a presentation that goes on every ten seconds. #figure=ID is that
// figure alone, for a frame in another page.

import { filters } from './choice.js';

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // no address of ours
  }
};

// address reads what stands behind the #; without a ? it leaves the choice as it
// is.
export function address() {
  const [id, query] = location.hash.slice(1).split('?');
  return { id: decoded(id).replace(/^figure=/, ''), wanted: query === undefined ? undefined : new URLSearchParams(query) };
}

// chosen is the reader's choice as an address has it.
export const chosen = () => new URLSearchParams(filters.flatMap((f) => f.values.map((value) => [f.name, value])));

// fragment is the address of a figure, or of the page, with the reader's choice
// and the pace of a presentation.
export function fragment(id, pace) {
  const query = chosen();
  if (pace) query.set('play', pace);
  const alone = document.documentElement.classList.contains('embedded') ? 'figure=' : '';
  return `#${alone}${encodeURIComponent(id)}${query.size ? `?${query}` : ''}`;
}

