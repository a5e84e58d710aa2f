// Compiled from inner-products.wat by scripts/compile-inner-products.mjs; not to be edited.
/** WebAssembly, in base 64. */
export const innerProductsCode = [
  'AGFzbQEAAAABCQFgBX9/f39/AAMCAQAFAwEACAcaAgZtZW1vcnkCAA1pbm5lclByb2R1Y3RzAAAKyQEBxgECBH8CeyAAIQUgBCAB',
  'QQJ0aiEHAkADQCAEIAdPDQEgAyEGIAUgAmohCP0MAAAAAAAAAAAAAAAAAAAAACEJ/QwAAAAAAAAAAAAAAAAAAAAAIQoDQCAJIAX9',
  'AQMAIAb9AAQA/boB/a4BIQkgCiAF/QEDCCAG/QAEEP26Af2uASEKIAVBEGohBSAGQSBqIQYgBSAISQ0ACyAJIAr9rgEhCSAEIAn9',
  'GwAgCf0bAWogCf0bAiAJ/RsDamo2AgAgBEEEaiEEDAALCws=',
].join('');
