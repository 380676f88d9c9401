// Light or dark: what the system says, unless the reader says otherwise. The style
// asks for the system's colours in its media queries alone, so the reader's answer
// is written there.

const theme = {
  system: matchMedia('(prefers-color-scheme: dark)'),
  queries: [...document.styleSheets[0].cssRules].filter(({ media }) => media?.mediaText.includes('prefers-color-scheme')).map(({ media }) => ({ media, text: media.mediaText })),

  get dark() {
    return this.wanted ? this.wanted === 'dark' : this.system.matches;
  },

  // want takes light, dark, or the system's colours: no word.
  want(word) {
    const answer = { light: '(max-width: 0)', dark: '(min-width: 0)' }[word];
    this.wanted = answer ? word : '';
    for (const { media, text } of this.queries) media.mediaText = answer ? text.replace('(prefers-color-scheme: dark)', answer) : text;
  },

  // keep remembers the answer for the reader's next page, where the browser lets it.
  keep() {
    try {
      localStorage.setItem('theme', this.wanted);
    } catch { /* this page has it */ }
  },

  kept() {
    try {
      return localStorage.getItem('theme');
    } catch {
      return '';
    }
  },
};

theme.want(theme.kept());
