// An archive of texts, without compression.

// zip stores files one after the other, then their directory.
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [name, text].map((s) => new TextEncoder().encode(s));
    const shared = [20, 0, 0, 0, 0x21, crc(body), body.length, body.length, path.length, 0];
    const local = record('42222244422', [0x04034b50, ...shared]);
    directory.push(record('42222224442222244', [0x02014b50, 20, ...shared, 0, 0, 0, 0, at]), path);
    parts.push(local, path, body);
    at += local.length + path.length + body.length;
  }
  const size = directory.reduce((sum, p) => sum + p.length, 0);
  const n = directory.length / 2;
  return new Blob([...parts, ...directory, record('42222442', [0x06054b50, 0, 0, n, n, size, at, 0])]);
}

// record packs numbers of two and four bytes, the lowest byte first.
function record(widths, values) {
  const view = new DataView(new ArrayBuffer([...widths].reduce((sum, w) => sum + Number(w), 0)));
  let at = 0;
  [...widths].forEach((w, i) => {
    if (w === '4') view.setUint32(at, values[i], true);
    else view.setUint16(at, values[i], true);
    at += Number(w);
  });
  return new Uint8Array(view.buffer);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, i) => {
  let c = i;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

function crc(bytes) {
  let c = 0xffffffff;
  for (const b of bytes) c = crcTable[(c ^ b) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
