// Light or dark: what the system says, unless the reader says otherwise. The style
// asks for the system's colours in its media queries alone, so the reader's answer
// is written there.

export const system = matchMedia('(prefers-color-scheme: dark)');

const queries = [.../** @type {Iterable<CSSMediaRule>} */ (document.styleSheets[0].cssRules)].filter(({ media }) => media?.mediaText.includes('prefers-color-scheme')).map(({ media }) => ({ media, text: media.mediaText }));

export let wanted = '';

export const dark = () => (wanted ? wanted === 'dark' : system.matches);

// want takes light, dark, or the system's colours: no word.
export function want(word) {
  const answer = { light: '(max-width: 0)', dark: '(min-width: 0)' }[word];
  wanted = answer ? word : '';
  for (const { media, text } of queries) media.mediaText = answer ? text.replace('(prefers-color-scheme: dark)', answer) : text;
}

// keep remembers the answer for the reader's next page, where the browser lets it.
export function keep() {
  try {
    localStorage.setItem('theme', wanted);
  } catch { /* this page has it */ }
}

export function kept() {
  try {
    return localStorage.getItem('theme');
  } catch {
    return '';
  }
}
