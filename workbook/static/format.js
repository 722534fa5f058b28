// Numbers and quantities as workbook/text.py and workbook/wording.py write them.

// JavaScript's toFixed rounds halves away from zero on the exact binary value, as Python is told to.
function formatNumber(value, lang, digits, sign) {
  if (!Number.isFinite(value)) return "–";
  const german = lang !== "en";
  const plain = Math.abs(value).toFixed(digits);
  const [whole, part] = plain.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, german ? "." : ",");
  const written = part === undefined ? grouped : grouped + (german ? "," : ".") + part;
  if (Number(plain) === 0) return written;
  return (value < 0 ? "\u2212" : sign ? "+" : "") + written;
}

function digitsOf(read, value) {
  if (read.digits !== null) return read.digits;
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 1 ? 1 : 2;
}

function quantity(read, value, lang) {
  const written = formatNumber(value, lang, digitsOf(read, value), false);
  const unit = (written === "1" && read.one ? read.one : read.unit)[lang];
  return unit.startsWith("%") ? written + "\u00a0" + unit : (written + " " + unit).trim();
}
