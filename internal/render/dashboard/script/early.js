// What runs before anything is painted. It stands in a script of its own, whose
// exports the others find under the name theme.
import { kept, want } from './theme.js';

export * from './theme.js';

want(kept());
// Still pictures show all data, and are not for a reader whose address asks for
// some (address.js).
if (location.hash.startsWith('#figure=')) document.documentElement.classList.add('embedded');
if (location.hash.includes('?')) document.documentElement.classList.add('narrowed');
