// Before anything is painted: still pictures show all data, and are not for a
// reader whose address asks for some (address.js).
if (location.hash.includes('?')) document.documentElement.classList.add('narrowed');
