// The words of the interface, in the language of the page.

export const interfaceWords = JSON.parse(document.getElementById('words').textContent);
