// A canvas whose letters are half as wide as high, and whose 汉字 are as wide.
globalThis.document = /** @type {any} */ ({
  createElement: () => ({
    getContext: () => ({
      font: '',
      measureText(text) {
        return { width: [...text].reduce((sum, c) => sum + (c > '\xff' ? 1 : 0.5), 0) * parseFloat(this.font) };
      },
    }),
  }),
});
