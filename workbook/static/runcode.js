// Run codes as in workbook/runcode.py: Crockford's base 32 with a check symbol.

const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECKS = SYMBOLS + "*~$=U";
const MARK_BITS = 15n;

function radices(data) {
  return [data.worlds.length, ...data.levers.map((l) => l.values.length), ...data.decisions.map((d) => d.options.length)];
}

function codeLength(data) {
  let largest = 1n << MARK_BITS;
  for (const radix of radices(data)) largest *= BigInt(radix);
  return Math.ceil((largest - 1n).toString(2).length / 5) + 1;
}

function encodeRun(data, setting) {
  const digits = [setting.world, ...setting.levers.map((v, i) => data.levers[i].values.indexOf(v)), ...setting.choices];
  let number = 0n;
  radices(data).forEach((radix, i) => { number = number * BigInt(radix) + BigInt(digits[i]); });
  number = (number << MARK_BITS) | BigInt(data.mark);
  let symbols = "", rest = number;
  for (let n = codeLength(data) - 1; n > 0; n--) {
    symbols = SYMBOLS[Number(rest % 32n)] + symbols;
    rest /= 32n;
  }
  symbols += CHECKS[Number(number % 37n)];
  return symbols.match(/.{1,5}/g).join("-");
}

// {setting} or {fault: "length" | "damaged" | "other-scenario"}.
function decodeRun(data, code) {
  const symbols = code.toUpperCase().replace(/[-\s\u2010\u2011\u2013]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (symbols.length !== codeLength(data)) return {fault: "length"};
  let number = 0n;
  for (const symbol of symbols.slice(0, -1)) {
    const digit = SYMBOLS.indexOf(symbol);
    if (digit < 0) return {fault: "damaged"};
    number = number * 32n + BigInt(digit);
  }
  if (CHECKS.indexOf(symbols.slice(-1)) !== Number(number % 37n)) return {fault: "damaged"};
  const mark = Number(number % (1n << MARK_BITS));
  number >>= MARK_BITS;
  const digits = [];
  for (const radix of radices(data).reverse()) {
    digits.unshift(Number(number % BigInt(radix)));
    number /= BigInt(radix);
  }
  if (mark !== data.mark || number !== 0n) return {fault: "other-scenario"};
  const L = data.levers.length;
  return {setting: {
    world: digits[0],
    levers: data.levers.map((lever, i) => lever.values[digits[1 + i]]),
    choices: digits.slice(1 + L),
  }};
}
