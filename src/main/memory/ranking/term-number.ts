/**
 * A number of 53 bits for a term, so that documents are compared by number: thousands of terms are looked at for each
 * query. Two of a million terms share one with a chance of one in ten thousand.
 *
 * cyrb53 by bryc (public domain): two multiplicative hashes of 32 bits, mixed as in MurmurHash3's finish.
 */
export function termNumber(term: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < term.length; index += 1) {
    const unit = term.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
