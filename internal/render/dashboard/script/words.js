// The words of the interface, in the language of the page.

/** @typedef {keyof typeof import('../words.json')['script']} Word */

/** @type {Record<Word, string>} */
export const interfaceWords = JSON.parse(document.getElementById('words').textContent);

/**
 * say is a word with its holes filled, in their order.
 * @param {Word} word
 * @param {(string | number)[]} values
 */
export const say = (word, ...values) => interfaceWords[word].replace(/%[ds]/g, () => String(values.shift()));
